import { useState } from 'react';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { SharedGaps } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { type GroupKey, useSharedGaps } from './groupQueries.ts';

const AT_FIRST = 8;

/** What most lack comes first: the training that reaches the most people. */
export function SharedGapList({ group }: { group: GroupKey }) {
  const text = useText();
  const { data, error, refetch } = useSharedGaps(group);
  return (
    <section className="section" aria-labelledby="shared-gaps">
      <h2 id="shared-gaps">{text('sharedGaps.title')}</h2>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Bones count={4} />}
      {data?.gaps.length === 0 && <p className="hint">{text('sharedGaps.none')}</p>}
      {data !== undefined && <Gaps gaps={data.gaps} />}
    </section>
  );
}

function Gaps({ gaps }: { gaps: SharedGaps['gaps'] }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, AT_FIRST);
  return (
    <>
      <ol className="shared-gaps">
        {shown.map(({ ksaCode, title, required, met, short, unknown }) => (
          <li key={ksaCode}>
            <span>
              {title} <span className="hint">{ksaCode}</span>
            </span>
            <span className="bar bar-mini" aria-hidden="true">
              <Part kind="attained" size={met} />
              <Part kind="not-assessed" size={unknown} />
              <Part kind="short" size={short} />
            </span>
            <span className="hint">
              {text('sharedGaps.short', { short, required })}
              {unknown > 0 && ` · ${text('sharedGaps.unknown', { unknown })}`}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < gaps.length && (
        <button className="button button-quiet" type="button" onClick={() => setAll(true)}>
          {text('sharedGaps.more', { count: gaps.length })}
        </button>
      )}
    </>
  );
}

const Part = ({ kind, size }: { kind: string; size: number }) =>
  size > 0 ? <span className={`bar-part bar-${kind}`} style={{ flexGrow: size }} /> : null;
