import { useText } from '../providers/useText.ts';

/** Stands where the page will stand, so that nothing jumps when it comes. */
export function PageSkeleton() {
  const text = useText();
  return (
    <div className="skeleton" role="status">
      <span className="said">{text('layout.loading')}</span>
      <div className="bone bone-title" />
      <div className="bone bone-line" />
      <Bones />
    </div>
  );
}

export const Bones = ({ count = 5 }: { count?: number }) => (
  <div aria-hidden="true">
    {Array.from({ length: count }, (_, index) => (
      <div className="bone bone-row" key={index} />
    ))}
  </div>
);
