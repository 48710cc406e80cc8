import { useState } from 'react';
import { day } from '../../look/numbers.ts';
import { DayInput } from '../layout/DayInput.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { Cover } from '../providers/records.ts';
import { type Text, useText } from '../providers/useText.ts';
import { CoverTable } from './CoverTable.tsx';
import { byUrgency, dayAway, needsAttention } from './groupModel.ts';
import { type GroupKey, useCover } from './groupQueries.ts';

const YEARS_AHEAD = 10;

/** How many meet each KSA, where everything hangs on one, what is below its minimum; on a day to come too. */
export function CoverPanel({ group, mayEdit }: { group: GroupKey; mayEdit: boolean }) {
  const text = useText();
  const [on, setOn] = useState<string | null>(null);
  const { data, error, refetch, isPending, isPlaceholderData } = useCover(group, on);
  return (
    <section className="section" aria-labelledby="cover">
      <h2 id="cover">{text('cover.title')}</h2>
      <DayToCome on={on} setOn={setOn} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Bones count={6} />}
      {data !== undefined && (
        <div aria-busy={isPlaceholderData}>
          <p className="hint" role="status">
            {isPlaceholderData ? text('cover.resolving') : whenWords(text, data)}
          </p>
          <Found cover={data} group={group} mayEdit={mayEdit} />
        </div>
      )}
    </section>
  );
}

const whenWords = (text: Text, { on }: Cover): string =>
  on === null ? text('cover.now') : text('cover.on', { date: day(on) });

function DayToCome({ on, setOn }: { on: string | null; setOn: (on: string | null) => void }) {
  const text = useText();
  const today = new Date().toISOString().slice(0, 10);
  const farthest = dayAway(today, YEARS_AHEAD * 365);
  return (
    <div className="filters cover-day">
      <label className="field">
        <span>{text('cover.date')}</span>
        <DayInput min={today} max={farthest} value={on} choose={setOn} />
      </label>
      {on !== null && (
        <button className="button button-quiet" type="button" onClick={() => setOn(null)}>
          {text('cover.today')}
        </button>
      )}
    </div>
  );
}

function Found({ cover, group, mayEdit }: { cover: Cover; group: GroupKey; mayEdit: boolean }) {
  const text = useText();
  const [shown, setShown] = useState<'flagged' | 'everything'>('flagged');
  const flagged = byUrgency(cover.ksas).filter(needsAttention);
  return (
    <>
      <Summary cover={cover} />
      <label className="field cover-show">
        <span>{text('cover.show')}</span>
        <select value={shown} onChange={({ target }) => setShown(target.value as typeof shown)}>
          <option value="flagged">{text('cover.flagged')}</option>
          <option value="everything">{text('cover.everything')}</option>
        </select>
      </label>
      {shown === 'flagged' && flagged.length === 0 ? (
        <p className="hint">{text('cover.noRows')}</p>
      ) : (
        <CoverTable
          ksas={shown === 'flagged' ? flagged : cover.ksas}
          expiringBefore={cover.expiringBefore}
          group={group}
          mayEdit={mayEdit}
        />
      )}
    </>
  );
}

function Summary({ cover: { ksas, roleProfiles } }: { cover: Cover }) {
  const text = useText();
  const count = (flag: 'zeroCover' | 'singlePointOfFailure' | 'belowMinimum'): number =>
    ksas.filter((ksa) => ksa[flag]).length;
  const [zero, single, below] = [count('zeroCover'), count('singlePointOfFailure'), count('belowMinimum')];
  const lines = [
    zero > 0 && text('cover.summary.zero', { smart_count: zero }),
    single > 0 && text('cover.summary.single', { smart_count: single }),
    below > 0 && text('cover.summary.below', { smart_count: below }),
    ...roleProfiles.map(({ roleProfile, zeroCover, onlyQualified }) => {
      if (zeroCover) return text('cover.roles.zero', { role: roleProfile.name });
      if (onlyQualified === null) return false;
      return text('cover.roles.single', { role: roleProfile.name, worker: onlyQualified.name });
    }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return <p>{text('cover.nothingWrong')}</p>;
  return (
    <ul className="cover-summary">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
