import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { RecommendationView } from '../../api/types.ts';
import { readinessFigure } from '../../look/gapWords.ts';
import { dayAndTime, points, tenthsDown } from '../../look/numbers.ts';
import { Step } from '../../look/training/Step.tsx';
import { certificateWords, hoursWords, readinessAfter } from '../../look/training/trainingWords.ts';
import '../../look/training/training.css';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { statusOf } from '../providers/problem.ts';
import { useText } from '../providers/useText.ts';

const budgets = [8, 16, 40, 80, 160];

/** What closes most of these gaps within the hours, with the certificate that says how much more is possible at all. */
export function Recommendation({ workerId, roleProfileId }: { workerId: string; roleProfileId: string }) {
  const text = useText();
  const [budget, setBudget] = useState<number | null>(null);
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    queryKey: ['recommendations', workerId, roleProfileId, budget],
    queryFn: ({ signal }) =>
      get<RecommendationView>(`/api/recommendations/${workerId}/${roleProfileId}`, {
        signal,
        ...(budget === null ? {} : { query: { budgetHours: budget } }),
      }),
    // Another budget is another answer to the same question: the last one stays until it is there.
    placeholderData: keepPreviousData,
  });
  return (
    <section className="section" id="training" aria-labelledby="training-heading">
      <h2 id="training-heading">{text('training.recommended')}</h2>
      {error !== null && statusOf(error) === 404 && <p className="hint">{text('training.notYet')}</p>}
      {error !== null && statusOf(error) !== 404 && <Failure error={error} retry={() => void refetch()} />}
      {view === undefined && error === null && <Bones count={3} />}
      {view !== undefined && <Answer view={view} setBudget={setBudget} />}
    </section>
  );
}

function Answer({ view, setBudget }: { view: RecommendationView; setBudget: (hours: number) => void }) {
  const text = useText();
  const last = view.steps.at(-1);
  const choices = [...new Set([...budgets, view.budgetHours])].sort((one, other) => one - other);
  return (
    <>
      <p className="provenance">
        {text('training.provenance', {
          policy: view.policy.name,
          version: view.policy.version,
          time: dayAndTime(view.computedAt),
        })}
      </p>
      <div className="training-head">
        <p>
          <strong>+{points(tenthsDown(view.gained, view.denominator))}</strong>{' '}
          {text('training.gained', { hours: hoursWords(view.hours) })}
          {last !== undefined &&
            text('training.fromTo', {
              from: readinessFigure(view),
              to: readinessFigure(readinessAfter(view, last)),
            })}
          <br />
          <span role="status">{certificateWords(view)}</span>
        </p>
        <label className="field">
          <span>{text('training.budget')}</span>
          <select value={view.budgetHours} onChange={(event) => setBudget(Number(event.target.value))}>
            {choices.map((hours) => (
              <option key={hours} value={hours}>
                {hoursWords(hours)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {view.steps.length === 0 ? (
        <p className="hint">{text(view.bound === 0 ? 'training.nothingRaises' : 'training.nothingFits')}</p>
      ) : (
        <ol className="steps">
          {view.steps.map((step) => (
            <Step key={step.programme.id} step={step} view={view} />
          ))}
        </ol>
      )}
      <KsaList
        title={text('training.assessFirst', { smart_count: view.assessFirst.length })}
        items={view.assessFirst}
      />
      <KsaList
        title={text('training.uncovered', { smart_count: view.uncovered.length })}
        items={view.uncovered}
      />
    </>
  );
}

function KsaList({ title, items }: { title: string; items: RecommendationView['uncovered'] }) {
  if (items.length === 0) return null;
  return (
    <details className="training-list">
      <summary>{title}</summary>
      <ul>
        {items.map(({ ksaCode, title: name }) => (
          <li key={ksaCode}>
            {name} <span className="hint">{ksaCode}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
