import { arcPath } from './ringGeometry.ts';

/** The product's mark is its own ring: three levels attained, one to go. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true" fill="none" stroke="currentColor">
      {[0, 1, 2].map((index) => (
        <path key={index} d={arcPath(index, 4, 12)} strokeWidth="4" />
      ))}
      <path d={arcPath(3, 4, 12)} strokeWidth="1.5" />
    </svg>
  );
}

export const productName = 'Manufacturing Skills';
