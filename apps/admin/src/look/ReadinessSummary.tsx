import type { GapView } from '../api/types.ts';
import {
  askNext,
  qualifiedAnswer,
  qualifiedWords,
  readinessFigure,
  type ReadinessParts,
  readinessPhrase,
} from './gapWords.ts';
import { day } from './numbers.ts';
import { ReadinessBar } from './ReadinessBar.tsx';
import { Ring } from './Ring.tsx';

/** Each mark that this page uses, and no other, with its word. */
function Legend({ view }: { view: GapView }) {
  const { maxLevel } = view.scale;
  const some = (test: (requirement: GapView['requirements'][number]) => boolean) =>
    view.requirements.some(test);
  const required = Math.max(1, maxLevel - 1);
  const entries = [
    {
      word: 'met',
      attained: required,
      verified: true,
      shown: some((r) => r.status === 'met' && r.surplus === 0),
    },
    {
      word: maxLevel > 2 ? 'two levels short' : 'short',
      attained: Math.max(0, required - 2),
      verified: true,
      shown: some((r) => r.status === 'short'),
    },
    { word: 'not assessed', attained: null, verified: true, shown: some((r) => r.status === 'unknown') },
    { word: 'above', attained: maxLevel, verified: true, shown: some((r) => r.surplus > 0) },
    {
      word: 'met, not verified',
      attained: required,
      verified: false,
      shown: some((r) => r.status === 'met' && !r.verified),
    },
  ];
  return (
    <ul className="gap-legend" aria-label="Legend">
      {entries
        .filter(({ shown }) => shown)
        .map(({ word, attained, verified }) => (
          <li key={word}>
            <Ring attained={attained} required={required} maxLevel={maxLevel} verified={verified} size={26} />
            {word}
          </li>
        ))}
    </ul>
  );
}

function coverageWords({ coverage, requirements }: GapView): string {
  const notVerified = requirements.filter(({ status, verified }) => status === 'met' && !verified).length;
  const parts = ['met'];
  if (coverage.unknown > 0) parts.push(`${coverage.unknown} not assessed`);
  if (notVerified > 0) parts.push(`${notVerified} of the met not verified`);
  return parts.join(', ');
}

/** The answer in one look: readiness with its range, qualified with its reason, coverage as counts. */
export function ReadinessSummary({ view, parts }: { view: GapView; parts: ReadinessParts }) {
  const answer = qualifiedAnswer(view.qualified.answer);
  return (
    <section className="gap-summary" aria-label="Readiness">
      <div className="gap-readiness">
        <p className="gap-headline">
          <strong>{readinessFigure(view)}</strong> <span className="gap-percent">%</span>{' '}
          <span className="gap-phrase">{readinessPhrase(view.coverage.unknown)}</span>
        </p>
        <ReadinessBar parts={parts} />
        <Legend view={view} />
      </div>
      <div className="gap-verdict">
        <h2>Qualified</h2>
        <p className="gap-answer">
          <span aria-hidden="true">{answer.mark}</span> {answer.word}
        </p>
        {qualifiedWords(view.qualified).map((sentence) => (
          <p key={sentence} className="gap-reason">
            {sentence}
          </p>
        ))}
        <p className="gap-as-of">As of {day(view.asOf)}.</p>
        <h2>Coverage</h2>
        <p className="gap-coverage">
          <strong>
            {view.coverage.met} of {view.coverage.total}
          </strong>{' '}
          {coverageWords(view)}
        </p>
        {view.coverage.unknown > 0 && (
          <>
            <h2>Assess next</h2>
            {askNext(view).map((sentence) => (
              <p key={sentence} className="gap-reason">
                {sentence}
              </p>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
