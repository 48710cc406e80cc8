import '../../look/gap-view.css';
import '../../look/gap-rows.css';
import '../../look/training/training.css';
import { get } from '../../api/client.ts';
import type { CareerPath } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { Link } from '../../entrance/router.tsx';
import { Failure } from '../../look/Failure.tsx';
import { labelOf, readinessFigure, readinessParts, readinessPhrase } from '../../look/gapWords.ts';
import { capital, counted, day, lower } from '../../look/numbers.ts';
import { ReadinessBar } from '../../look/ReadinessBar.tsx';
import { Skeleton } from '../../look/Skeleton.tsx';
import { WhereFrom } from '../../look/WhereFrom.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { hoursOf, wayWords } from './pathWords.ts';

type Step = CareerPath['path']['steps'][number];

function StepCard({ step, view, last }: { step: Step; view: CareerPath; last: boolean }) {
  const { role, training, learned } = step;
  return (
    <li className="step">
      <div className="step-head">
        <h3>{role.name}</h3>
        <p className="step-hours">{training.minutes === 0 ? 'no training first' : hoursOf(training)}</p>
      </div>
      {training.programmes.length > 0 && (
        <ul className="path-programmes" aria-label={`Before ${role.name}`}>
          {training.programmes.map((programme) => (
            <li key={programme.id}>
              {programme.title} <span className="step-code">{hoursOf(programme)}</span>
            </li>
          ))}
        </ul>
      )}
      {learned.length > 0 && (
        <details className="path-learned">
          <summary>Learned in the role, by doing it: {counted(learned.length, 'KSA')}</summary>
          <Gains items={learned} view={view} />
        </details>
      )}
      {!training.exact && (
        <p className="step-code">
          At least {hoursOf({ minutes: training.atLeastMinutes })}, whatever is chosen.
        </p>
      )}
      {training.notClosable.length > 0 && (
        <>
          <p>
            No programme reaches {counted(training.notClosable.length, 'KSA')} of what is short or not
            assessed. Ask your supervisor for training on the job:
          </p>
          <ul className="ksa-list">
            {training.notClosable.map(({ ksaCode, title, level }) => (
              <li key={ksaCode}>
                {title}{' '}
                <span className="step-code">
                  {ksaCode} · required {lower(labelOf(view.scale, level))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {last && training.notClosable.length === 0 && (
        <p className="step-after">Then you have all that {role.name} asks for.</p>
      )}
    </li>
  );
}

function Gains({ items, view }: { items: CareerPath['toGain']; view: CareerPath }) {
  return (
    <ul className="ksa-list">
      {items.map(({ ksaCode, title, from, to }) => (
        <li key={ksaCode}>
          {title}{' '}
          <span className="step-code">
            {ksaCode} · {capital(labelOf(view.scale, from))} → {lower(labelOf(view.scale, to))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The way in stations, with what it saves against going there at once. */
function Way({ view }: { view: CareerPath }) {
  const { path, atMost } = view;
  const others = path.steps.length - 1;
  const closesMore = atMost.notClosable.length > path.openKsas;
  return (
    <>
      <p className="training-why">
        {others === 0
          ? `Going there at once is the shortest: ${hoursOf(path)} of training.`
          : `${capital(hoursOf(path))} of training, through ${counted(others, 'other role')}. ` +
            (closesMore
              ? `At once ${counted(atMost.notClosable.length, 'KSA')} would stay short.`
              : `Going there at once takes ${hoursOf(atMost)}.`)}{' '}
        {view.toAssess.length > 0 && 'What is not assessed counts as nothing here: you may need less.'}
      </p>
      <ol className="steps">
        {path.steps.map((step, place) => (
          <StepCard key={step.role.id} step={step} view={view} last={place === others} />
        ))}
      </ol>
    </>
  );
}

export function Path({ workerId, roleId }: { workerId: string; roleId: string }) {
  const [loaded, reload] = useLoaded(
    `path ${workerId} ${roleId}`,
    (signal) => get<CareerPath>(`/api/career-paths/${workerId}/${roleId}`, { signal }),
    (event) => event.type.startsWith('score'),
  );
  useTitle(loaded.state === 'ready' ? `My way to ${loaded.data.role.name}` : 'My paths');
  if (loaded.state === 'loading') return <Skeleton of="the way" blocks={[34, 130, 120, 120]} />;
  if (loaded.state === 'failed')
    return <Failure what="The way cannot be loaded" error={loaded.error} retry={reload} />;
  const view = loaded.data;
  return (
    <article className="training gap-view">
      <header>
        <p className="gap-crumb">
          <Link href="/my">My page</Link> / <Link href="/my/paths">My paths</Link> / {view.role.name}
        </p>
        <h1>My way to {view.role.name}</h1>
      </header>
      <section className="training-summary" aria-label="Where I stand">
        <p className="gap-headline">
          <strong>{readinessFigure(view)}</strong> <span className="gap-percent">%</span>{' '}
          <span className="gap-phrase">{readinessPhrase(view.coverage.unknown)}</span>
        </p>
        <ReadinessBar parts={readinessParts(view)} />
        <p className="path-way">{wayWords(view)}</p>
      </section>
      <section aria-labelledby="way">
        <h2 id="way">The way</h2>
        <Way view={view} />
      </section>
      {view.toGain.length > 0 && (
        <section aria-labelledby="gain">
          <h2 id="gain">To gain: {view.toGain.length}</h2>
          <Gains items={view.toGain} view={view} />
        </section>
      )}
      {view.toAssess.length > 0 && (
        <section aria-labelledby="assess">
          <h2 id="assess">Not assessed: {view.toAssess.length}</h2>
          <ul className="ksa-list">
            {view.toAssess.map(({ ksaCode, title }) => (
              <li key={ksaCode}>
                {title} <span className="step-code">{ksaCode}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <WhereFrom
        facts={[
          [
            'How the way is found',
            `The fewest hours of training, through other roles where that is shorter. Before a role on the way its critical KSAs are trained for in full, the others to within ${counted(view.learnedInRole, 'level')}: the rest is learned in it. Time in a role is not counted.`,
          ],
          ['Roles looked at', `${view.rolesConsidered} of ${view.rolesThere}`],
          ['Rating policy', `${view.policy.name}, version ${view.policy.version}`],
          ['Ratings', `as of ${day(view.asOf)}`],
        ]}
      />
    </article>
  );
}
