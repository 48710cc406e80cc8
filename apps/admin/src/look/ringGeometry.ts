/** The ring is drawn in a box of 30, clockwise from 12 o'clock, one arc a level of the organisation's scale. */
const CENTRE = 15;
const GAP = 0.17;

export type ArcKind = 'attained' | 'missing' | 'unknown' | 'rest';

/**
 * What each level's arc says. A level that is required but not attained is `missing`, or `unknown` when nothing
 * is known: not assessed is never drawn as zero.
 */
export function arcKinds(maxLevel: number, attained: number | null, required: number | null): ArcKind[] {
  return Array.from({ length: maxLevel }, (_, index) => {
    if (attained !== null && index < attained) return 'attained';
    if (required !== null && index < required) return attained === null ? 'unknown' : 'missing';
    return 'rest';
  });
}

function point(radius: number, angle: number): string {
  const x = CENTRE + radius * Math.sin(angle);
  const y = CENTRE - radius * Math.cos(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

export function arcPath(index: number, maxLevel: number, radius: number): string {
  const step = (2 * Math.PI) / maxLevel;
  // A scale of one level is a single arc almost all around: SVG draws it only when told to take the long way.
  const from = index * step + GAP / 2;
  const to = (index + 1) * step - GAP / 2;
  const long = to - from > Math.PI ? 1 : 0;
  return `M${point(radius, from)}A${radius} ${radius} 0 ${long} 1 ${point(radius, to)}`;
}
