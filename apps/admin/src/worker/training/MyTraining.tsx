import '../../look/gap-view.css';
import '../../look/gap-rows.css';
import '../../look/training/training.css';
import { get } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { RecommendationView } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { Link } from '../../entrance/router.tsx';
import { type Fact, WhereFrom } from '../../look/WhereFrom.tsx';
import { Failure } from '../../look/Failure.tsx';
import { readinessFigure } from '../../look/gapWords.ts';
import { day, dayAndTime, points, tenthsDown } from '../../look/numbers.ts';
import { Skeleton } from '../../look/Skeleton.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { Step } from '../../look/training/Step.tsx';
import { certificateWords, hoursWords, readinessAfter } from '../../look/training/trainingWords.ts';

function NotYet() {
  return (
    <section className="sheet">
      <h1>No recommendation yet</h1>
      <p className="lead">
        Training is recommended from your gaps: rate yourself first, and it follows by itself.
      </p>
      <Link className="button button-primary" href="/my">
        Go to my next task
      </Link>
    </section>
  );
}

function KsaList({
  id,
  title,
  why,
  items,
}: {
  id: string;
  title: string;
  why: string;
  items: RecommendationView['uncovered'];
}) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}: {items.length}
      </h2>
      <p className="training-why">{why}</p>
      <ul className="ksa-list">
        {items.map(({ ksaCode, title: name }) => (
          <li key={ksaCode}>
            {name} <span className="step-code">{ksaCode}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Origin({ view }: { view: RecommendationView }) {
  const facts: Fact[] = [
    [
      'How it is chosen',
      'Programmes are chosen to add most readiness within the hours, with what they ask for first. A KSA that two programmes raise counts once, to the higher level. What is not assessed is not trained for.',
    ],
    ['Certificate', `${view.gained} gained of at most ${view.bound}, each of ${view.denominator}`],
    ['Role profile', `${view.roleProfile.name}, version ${view.roleProfile.version}`],
    ['Rating policy', `${view.policy.name}, version ${view.policy.version}`],
    ['Algorithm', view.algorithm],
    ['Ratings', `as of ${day(view.asOf)}, state ${view.inputVersion} of your ratings`],
    ['Computed', dayAndTime(view.computedAt)],
  ];
  return <WhereFrom facts={facts} />;
}

export function MyTraining({ workerId, roleProfileId }: { workerId: string; roleProfileId: string }) {
  const [loaded, reload] = useLoaded(
    `training ${workerId} ${roleProfileId}`,
    (signal) => get<RecommendationView>(`/api/recommendations/${workerId}/${roleProfileId}`, { signal }),
    (event) => event.type.startsWith('recommendation-') || event.type.startsWith('score'),
  );
  useTitle(loaded.state === 'ready' ? `My training for ${loaded.data.roleProfile.name}` : 'My training');
  if (loaded.state === 'loading') return <Skeleton of="your training" blocks={[34, 130, 120, 120]} />;
  if (loaded.state === 'failed') {
    if (loaded.error instanceof ApiProblem && loaded.error.status === 404) return <NotYet />;
    return <Failure what="Your training cannot be loaded" error={loaded.error} retry={reload} />;
  }
  const view = loaded.data;
  const last = view.steps.at(-1);
  return (
    <article className="training gap-view">
      <header>
        <p className="gap-crumb">
          <Link href="/my">My page</Link> /{' '}
          <Link href={`/my/gaps/${roleProfileId}`}>{view.roleProfile.name}</Link>
        </p>
        <h1>My training for {view.roleProfile.name}</h1>
        <p className="gap-provenance-line">
          Role profile version {view.roleProfile.version} · policy {view.policy.name} v{view.policy.version} ·
          computed {dayAndTime(view.computedAt)}
        </p>
      </header>
      {view.stale && (
        <p className="gap-stale" role="status">
          A newer answer is being worked out. This page changes by itself when it is done.
        </p>
      )}
      <section className="training-summary" aria-label="In short">
        <p className="gap-headline">
          <strong>+{points(tenthsDown(view.gained, view.denominator))}</strong>{' '}
          <span className="gap-phrase">
            points of readiness in {hoursWords(view.hours)}
            {last !== undefined &&
              `, from ${readinessFigure(view)} % to ${readinessFigure(readinessAfter(view, last))} %`}
          </span>
        </p>
        <p className="training-certificate">{certificateWords(view)}</p>
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">Steps: {view.steps.length}</h2>
        {view.steps.length === 0 ? (
          <p className="training-why">
            {view.gained === 0 && view.bound === 0
              ? 'No programme in the catalogue raises a KSA that you are short of.'
              : 'Nothing fits into the hours.'}
          </p>
        ) : (
          <ol className="steps">
            {view.steps.map((step) => (
              <Step key={step.programme.id} step={step} view={view} />
            ))}
          </ol>
        )}
      </section>
      <KsaList
        id="assess-first"
        title="Assess first"
        why="Nobody knows yet what you can do here. It is assessed before anybody is trained for it."
        items={view.assessFirst}
      />
      <KsaList
        id="uncovered"
        title="No programme yet"
        why="You are short here, and nothing in the catalogue raises it. Ask your supervisor for training on the job."
        items={view.uncovered}
      />
      <Origin view={view} />
    </article>
  );
}
