import { Link } from 'react-router';
import { readinessFigure } from '../../look/gapWords.ts';
import { Qualified } from '../gap-scores/Readiness.tsx';
import type { WhatIfAnswer } from '../providers/records.ts';
import { type Text, useText } from '../providers/useText.ts';
import { meanFigure } from '../teams/groupModel.ts';
import { Compared, Spread } from './Compared.tsx';
import '../list/list.css';
import './result.css';

interface ResultProps {
  answer: WhatIfAnswer;
  /** Whom it was tried with, in words. */
  whose: string;
}

/** What is beside what would be: in counts, in bars, in cover, and for whom most. */
export function Result({ answer, whose }: ResultProps) {
  const text = useText();
  return (
    <section className="what-if-result" id="what-if-result" aria-labelledby="what-if-result-heading">
      <h2 id="what-if-result-heading">{text('whatIf.result', { whose })}</h2>
      <Compared answer={answer} />
      <Spread answer={answer} />
      <Programmes answer={answer} />
      <Cover answer={answer} />
      <Changed answer={answer} />
    </section>
  );
}

/** Stays at the foot of the screen while values are being changed above it. */
export function ResultStrip({ answer: { before, after, changed } }: { answer: WhatIfAnswer }) {
  const text = useText();
  const mean = (side: typeof before): string =>
    side.mean === null ? text('whatIf.nobody') : text('gaps.percent', { figure: meanFigure(side.mean) });
  return (
    <p className="what-if-strip">
      <span>
        {text('whatIf.rows.readiness')}{' '}
        <strong>
          {mean(before)} → {mean(after)}
        </strong>
      </span>
      <span>
        {text('whatIf.rows.yes')}{' '}
        <strong>
          {before.qualified.yes} → {after.qualified.yes}
        </strong>
      </span>
      <a href="#what-if-result">{text('whatIf.changed', { smart_count: changed.total })}</a>
    </p>
  );
}

function Programmes({ answer: { programmes } }: { answer: WhatIfAnswer }) {
  const text = useText();
  if (programmes.length === 0) return null;
  return (
    <div className="what-if-part">
      <h3>{text('whatIf.programmes')}</h3>
      <ul className="rows">
        {programmes.map(({ programmeId, title, taken, notEntered }) => (
          <li key={programmeId}>
            <p>{title}</p>
            <p className="hint">
              {text('whatIf.taken', { smart_count: taken })}
              {notEntered > 0 && ` ${text('whatIf.notEntered', { smart_count: notEntered })}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

type CoverChange = WhatIfAnswer['cover'][number];

const isWorse = (change: CoverChange): boolean =>
  change.newlyZeroCover || change.newlySinglePointOfFailure || change.newlyBelowMinimum;

function Cover({ answer: { cover } }: { answer: WhatIfAnswer }) {
  const text = useText();
  const changes = [...cover.filter(isWorse), ...cover.filter((change) => !isWorse(change))];
  return (
    <div className="what-if-part">
      <h3>{text('whatIf.cover', { smart_count: cover.length })}</h3>
      {cover.length === 0 ? (
        <p className="hint">{text('whatIf.sameCover')}</p>
      ) : (
        <ul className="rows">
          {changes.map((change) => (
            <li key={change.ksaCode} className="row-line">
              <span>
                {change.title} <span className="hint">{change.ksaCode}</span>
              </span>
              <span>
                {covered(change, text).join(' → ')}{' '}
                {change.newlyZeroCover && <span className="tag tag-short">{text('whatIf.zero')}</span>}{' '}
                {change.newlySinglePointOfFailure && (
                  <span className="tag tag-expiry">{text('whatIf.single')}</span>
                )}{' '}
                {change.newlyBelowMinimum && <span className="tag tag-short">{text('whatIf.below')}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How many meet it, before and after; the other counts too, where those alone would say the same twice. */
function covered({ before, after }: CoverChange, text: Text): string[] {
  const isOfOthers = before?.met === after?.met && before?.required === after?.required;
  return [before, after].map((side) =>
    side === null
      ? text('whatIf.notAsked')
      : text(isOfOthers ? 'whatIf.metAnd' : 'whatIf.met', {
          ...{ met: side.met, required: side.required },
          ...{ short: side.short, unknown: side.unknown, verified: side.verified },
        }),
  );
}

function Changed({ answer: { changed } }: { answer: WhatIfAnswer }) {
  const text = useText();
  return (
    <div className="what-if-part">
      <h3>{text('whatIf.changed', { smart_count: changed.total })}</h3>
      {changed.total > changed.scores.length && (
        <p className="hint">{text('whatIf.mostChanged', { shown: changed.scores.length })}</p>
      )}
      {changed.scores.length > 0 && (
        <ul className="rows">
          {changed.scores.map(({ worker, roleProfile, before, after }) => (
            <li key={`${worker.id}.${roleProfile.id}`} className="row-line">
              <span>
                <Link to={`/gap-scores/${worker.id}/${roleProfile.id}`}>{worker.name}</Link>{' '}
                <span className="hint">{roleProfile.name}</span>
              </span>
              <span>
                {readinessFigure(before)} → {text('gaps.percent', { figure: readinessFigure(after) })}{' '}
                {before.qualified !== after.qualified && (
                  <span className="changed-answer">
                    <Qualified answer={before.qualified} /> → <Qualified answer={after.qualified} />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
