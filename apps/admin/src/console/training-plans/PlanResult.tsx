import { costWords } from '../../look/training/trainingWords.ts';
import type { TrainingPlanDetail } from '../providers/records.ts';
import { type Text, useText } from '../providers/useText.ts';
import { costsInWords, pointsEach, tenthOf } from './planModel.ts';

type Result = NonNullable<TrainingPlanDetail['result']>;

/** The figure, the certificate in words and as a bar, and what it takes. */
export function PlanResult({ plan, result }: { plan: TrainingPlanDetail; result: Result }) {
  const text = useText();
  const { gained, bound, shortfall, denominator } = result;
  return (
    <section className="panel plan-result" aria-labelledby="plan-result">
      <div>
        <h2 id="plan-result">{text('plans.result.title')}</h2>
        <p>
          <span className="plan-figure">+{pointsEach(result)}</span>{' '}
          <span className="hint">{text('plans.result.closes')}</span>
        </p>
        <p>
          <strong>{certificate(text, result)}</strong>
        </p>
        {BigInt(bound) > 0n && <Bar result={result} />}
        <p className="hint">
          {text('plans.result.ofAll', {
            gained: tenthOf(gained, denominator),
            bound: tenthOf(bound, denominator),
            shortfall: tenthOf(shortfall, denominator),
          })}{' '}
          {text('plans.result.whole')}
        </p>
      </div>
      <ul className="plan-takes">
        <li>
          {text('plans.result.seats', {
            places: text('plans.places', { smart_count: result.placeCount }),
            workers: text('plans.workers', { smart_count: result.seatedCount }),
          })}
        </li>
        <li>{costs(text, plan, result)}</li>
      </ul>
    </section>
  );
}

/** `bound` is what no plan exceeds, so the plan's part of it is a floor, rounded down. */
function certificate(text: Text, { bound, optimal, closesAtLeastPercent }: Result): string {
  if (BigInt(bound) === 0n) return text('plans.result.nothing');
  if (optimal) return text('plans.result.optimal');
  return text('plans.result.atLeast', { percent: closesAtLeastPercent });
}

function costs(text: Text, { budgetCents, currency }: TrainingPlanDetail, result: Result): string {
  const words = result.costs.length === 0 ? null : costsInWords(result);
  if (budgetCents !== null)
    return words === null
      ? text('plans.result.costsNothingOf', { budget: costWords(budgetCents, currency) })
      : text('plans.result.costsOf', { costs: words, budget: costWords(budgetCents, currency) });
  return words === null ? text('plans.result.free') : text('plans.result.costs', { costs: words });
}

/** What is closed, solid; what may be possible beyond it, hatched; said in words beside it. */
function Bar({ result: { gained, bound } }: { result: Result }) {
  const most = BigInt(bound);
  const share = Number((BigInt(gained) * 1000n) / most) / 10;
  return (
    <div className="plan-share" aria-hidden="true">
      <span style={{ inlineSize: `${share}%` }} />
    </div>
  );
}
