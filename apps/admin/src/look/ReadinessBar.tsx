import './readiness-bar.css';
import { points } from './numbers.ts';
import type { ReadinessParts } from './gapWords.ts';

interface BarSegments {
  attained: number;
  notAssessed: number;
  short: number;
}

/** Solid, hatched, outlined: the three kinds differ in texture, so that the bar is read without colour. */
function Segments({ attained, notAssessed, short }: BarSegments) {
  const parts = [
    ['attained', attained],
    ['not-assessed', notAssessed],
    ['short', short],
  ] as const;
  return parts.map(([kind, size]) =>
    size > 0 ? <span key={kind} className={`bar-part bar-${kind}`} style={{ flexGrow: size }} /> : null,
  );
}

/** The whole: 100 points, each part with its value and its word under it. */
export function ReadinessBar({ parts }: { parts: ReadinessParts }) {
  const labelled = [
    ['attained', 'attained', parts.attained],
    ['not-assessed', 'not assessed', parts.notAssessed],
    ['short', 'short', parts.short],
  ] as const;
  return (
    <div className="readiness-bar">
      <div className="bar bar-whole" aria-hidden="true">
        <Segments {...parts} />
      </div>
      <dl className="bar-values">
        {labelled.map(([kind, word, tenths]) =>
          tenths > 0 ? (
            <div key={kind} className={`bar-value bar-value-${kind}`} style={{ flexGrow: tenths }}>
              <dt>{word}</dt>
              <dd>{points(tenths)}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </div>
  );
}

/** One requirement's part of readiness; `scale` (0 … 1) is its share against the largest one shown. */
export function PartBar({ scale, ...segments }: BarSegments & { scale: number }) {
  return (
    <span className="bar bar-mini" aria-hidden="true" style={{ width: `${Math.max(2, scale * 100)}%` }}>
      <Segments {...segments} />
    </span>
  );
}
