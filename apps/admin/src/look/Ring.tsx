import './ring.css';
import { arcKinds, arcPath } from './ringGeometry.ts';

export interface RingLevels {
  /** null: not assessed, which is not zero. */
  attained: number | null;
  /** null: the role does not ask for it. */
  required: number | null;
  maxLevel: number;
  /** false: met, but not by the evidence that the requirement asks for; drawn as an open seal. */
  verified?: boolean;
}

export interface RingProps extends RingLevels {
  size?: number;
  /** Said instead of the drawing; without it the ring is decoration beside words that say the same. */
  label?: string;
}

/** A level as arcs around its number. The shape carries the meaning, colour only helps. */
export function Ring({ size = 40, label, ...levels }: RingProps) {
  return (
    <svg
      className="ring"
      width={size}
      height={size}
      viewBox="0 0 30 30"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <RingDrawing {...levels} />
    </svg>
  );
}

/** What is in the box of 30: drawn once for many where thousands are shown. */
export function RingDrawing({ attained, required, maxLevel, verified = true }: RingLevels) {
  const short = attained !== null && required !== null && attained < required;
  const tone = attained === null ? 'unknown' : short ? 'short' : required === null ? 'aside' : 'met';
  const open = !verified && attained !== null && !short;
  return (
    <g className={`ring-${tone}`}>
      {arcKinds(maxLevel, attained, required).map((kind, index) =>
        kind === 'missing' ? (
          <g key={index}>
            <path className="ring-missing" d={arcPath(index, maxLevel, 12.6)} />
            <path className="ring-missing" d={arcPath(index, maxLevel, 10.2)} />
          </g>
        ) : (
          <path key={index} className={`ring-${kind}-arc`} d={arcPath(index, maxLevel, 12)} />
        ),
      )}
      <text className="ring-level" x="15" y="15" textAnchor="middle" dominantBaseline="central">
        {attained ?? '?'}
      </text>
      {open && <circle className="ring-seal" cx="25.6" cy="25.6" r="2.9" />}
    </g>
  );
}
