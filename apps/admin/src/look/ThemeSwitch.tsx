import { chooseTheme, useTheme } from './theme.ts';

/** One button that says what it will do; the first press answers what is on screen, not a third state. */
export function ThemeSwitch({ className = 'theme-switch' }: { className?: string }) {
  const { resolved } = useTheme();
  const next = resolved === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className={className} onClick={() => chooseTheme(next)}>
      {next === 'dark' ? 'Dark theme' : 'Light theme'}
    </button>
  );
}
