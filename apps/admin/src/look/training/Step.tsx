import type { RecommendationView, TrainingStep } from '../../api/types.ts';
import { labelOf, readinessFigure } from '../gapWords.ts';
import { capital, lower, points, tenthsDown } from '../numbers.ts';
import { costWords, hoursWords, readinessAfter } from './trainingWords.ts';

interface StepProps {
  step: TrainingStep;
  view: RecommendationView;
}

function facts({ programme }: TrainingStep): string {
  const { provider, kind, mode, costCents, currency } = programme;
  return [provider, kind, mode, costWords(costCents, currency)].filter(Boolean).join(' · ');
}

/** One programme: what it asks for, what it closes, and how ready one is after it. */
export function Step({ step, view }: StepProps) {
  const { programme, closes, gained } = step;
  const tenths = (numerator: number) => points(tenthsDown(numerator, view.denominator));
  return (
    <li className="step">
      <div className="step-head">
        <h3>
          {programme.sourceUrl === null ? (
            programme.title
          ) : (
            <a href={programme.sourceUrl} rel="noreferrer">
              {programme.title}
            </a>
          )}
        </h3>
        <p className="step-hours">{hoursWords(programme.hours)}</p>
      </div>
      <p className="step-facts">{facts(step)}</p>
      {closes.length === 0 ? (
        <p className="step-opens">Closes nothing itself: a later step asks for it.</p>
      ) : (
        <ul className="step-closes">
          {closes.map(({ ksaCode, title, from, to, requiredLevel, gained: points100 }) => (
            <li key={ksaCode}>
              <span>
                {title} <span className="step-code">{ksaCode}</span>
              </span>
              <span className="step-levels">
                {capital(labelOf(view.scale, from))} → {lower(labelOf(view.scale, to))}
                {to < requiredLevel && `, required ${lower(labelOf(view.scale, requiredLevel))}`}
              </span>
              <span className="step-points">+{tenths(points100)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="step-after">
        +{tenths(gained)} points: <strong>{readinessFigure(readinessAfter(view, step))} %</strong> ready after
        it
      </p>
    </li>
  );
}
