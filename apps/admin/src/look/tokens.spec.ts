import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Palette, palettes } from './tokens.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function propertiesOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the palettes', () => {
  const [light = {}, systemDark = {}, chosenDark = {}] = css.split(/\n\}\n/).map(propertiesOf);

  it('are the same in the style sheet, the dark one both times', () => {
    expect(light).toEqual(palettes.light);
    expect(systemDark).toEqual(palettes.dark);
    expect(chosenDark).toEqual(palettes.dark);
  });

  const texts: (keyof Palette)[] = ['text', 'muted', 'attained', 'short', 'notAssessed', 'expiry'];
  it.each(texts)('let %s be read on canvas and paper, at least 5 to 1', (name) => {
    for (const palette of Object.values(palettes)) {
      expect(contrast(palette[name], palette.canvas)).toBeGreaterThanOrEqual(5);
      expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(5);
    }
  });
});
