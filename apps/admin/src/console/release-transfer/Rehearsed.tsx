import { useState } from 'react';
import type { ReleaseFileProblem, ReleaseImport } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { bySheet, partsOf } from './importModel.ts';
import '../list/list.css';

const whole = (count: number): string => count.toLocaleString('en');

interface RehearsedProps {
  result: ReleaseImport;
  fileName: string;
  pending: boolean;
  bring: () => void;
}

/** What the file would bring, or why it cannot. */
export function Rehearsed({ result, fileName, pending, bring }: RehearsedProps) {
  const text = useText();
  const { framework, isNewFramework, label, basedOn, pastSuccessions, counts, problemCount, problems } =
    result;
  const parts = partsOf(counts).map(({ key, count }) =>
    text(key, { smart_count: count, count: whole(count) }),
  );
  const isSound = problemCount === 0;
  return (
    <section className="section" aria-labelledby="rehearsed">
      <h2 id="rehearsed">
        {isSound
          ? text('transfer.sound', { file: fileName })
          : text('transfer.problems', { smart_count: problemCount, count: whole(problemCount) })}
      </h2>
      {isSound ? (
        <div className="panel">
          <dl className="facts">
            <dt>{text('transfer.into')}</dt>
            <dd>
              {framework}{' '}
              {isNewFramework && <span className="tag tag-muted">{text('transfer.newFramework')}</span>}
            </dd>
            <dt>{text('transfer.as')}</dt>
            <dd>{text('transfer.asDraft', { label: label ?? '' })}</dd>
            <dt>{text('transfer.goesOn')}</dt>
            <dd>
              {basedOn === null ? text('transfer.fromNone') : text('transfer.from', { label: basedOn.label })}
              {pastSuccessions > 0 && (
                <div className="hint">
                  {text('transfer.past', { smart_count: pastSuccessions, count: whole(pastSuccessions) })}
                </div>
              )}
            </dd>
            <dt>{text('transfer.holds')}</dt>
            <dd>{parts.join(', ')}</dd>
          </dl>
          <div className="actions import-action">
            <button className="button" type="button" disabled={pending} onClick={bring}>
              {text(pending ? 'transfer.importing' : 'transfer.bring')}
            </button>
          </div>
        </div>
      ) : (
        <>
          <p className="hint">{text('transfer.nothingWritten', { file: fileName })}</p>
          {bySheet(problems).map(([sheet, those]) => (
            <SheetProblems key={sheet ?? ''} sheet={sheet} problems={those} />
          ))}
          {problems.length < problemCount && (
            <p className="hint">{text('transfer.notAllListed', { count: whole(problems.length) })}</p>
          )}
        </>
      )}
    </section>
  );
}

const PAGE = 100;

function SheetProblems({
  sheet,
  problems,
}: {
  sheet: string | null;
  problems: readonly ReleaseFileProblem[];
}) {
  const text = useText();
  const [shown, setShown] = useState(PAGE);
  const name = sheet ?? text('transfer.wholeFile');
  return (
    <section className="import-sheet">
      <h3>
        {name} <span className="hint">{whole(problems.length)}</span>
      </h3>
      <table className="list" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{text('transfer.columns.row')}</th>
            <th scope="col">{text('transfer.columns.column')}</th>
            <th scope="col">{text('transfer.columns.at')}</th>
            <th scope="col">{text('transfer.columns.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shown).map(({ row, column, at, problem }, place) => (
            <tr key={place}>
              <td>{row ?? '–'}</td>
              <td>{column ?? '–'}</td>
              <td className="import-at">{at ?? '–'}</td>
              <td>{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > shown && (
        <button className="button button-quiet" type="button" onClick={() => setShown(shown + 10 * PAGE)}>
          {text('transfer.more', { count: whole(Math.min(10 * PAGE, problems.length - shown)) })}
        </button>
      )}
    </section>
  );
}
