import { get, list } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { AssessmentSummary, GapView as GapViewData } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { Link } from '../../entrance/router.tsx';
import { Failure } from '../../look/Failure.tsx';
import { GapView } from '../../look/GapView.tsx';
import { Skeleton } from '../../look/Skeleton.tsx';
import { useTitle } from '../shell/useTitle.ts';

interface MyGapsProps {
  workerId: string;
  roleProfileId: string;
}

async function load({ workerId, roleProfileId }: MyGapsProps, signal: AbortSignal) {
  const [view, assessments] = await Promise.all([
    get<GapViewData>(`/api/gap-scores/${workerId}/${roleProfileId}`, { signal }),
    list<AssessmentSummary>('/api/assessments', { filter: { workerId, roleProfileId } }, signal),
  ]);
  const draft = assessments.rows.find(
    (assessment) => assessment.state === 'draft' && assessment.roleProfileId === roleProfileId,
  );
  return { view, draft };
}

function NoScoreYet() {
  return (
    <section className="sheet">
      <h1>No score yet</h1>
      <p className="lead">Your gaps show here when you have rated yourself and submitted it.</p>
      <Link className="button button-primary" href="/my">
        Go to my next task
      </Link>
    </section>
  );
}

export function MyGaps(props: MyGapsProps) {
  const { workerId, roleProfileId } = props;
  const [loaded, reload] = useLoaded(
    `gaps ${workerId} ${roleProfileId}`,
    (signal) => load(props, signal),
    // Everything that changes a score ends in one of these.
    (event) => event.type.startsWith('score') || event.type.startsWith('assessment-'),
  );
  useTitle(loaded.state === 'ready' ? `My gaps for ${loaded.data.view.roleProfile.name}` : 'My gaps');
  if (loaded.state === 'loading') return <Skeleton of="your gaps" blocks={[34, 220, 70, 70, 70, 70]} />;
  if (loaded.state === 'failed') {
    if (loaded.error instanceof ApiProblem && loaded.error.status === 404) return <NoScoreYet />;
    return <Failure what="Your gaps cannot be loaded" error={loaded.error} retry={reload} />;
  }
  const { view, draft } = loaded.data;
  return (
    <>
      {loaded.error !== null && (
        <Failure what="A newer score cannot be loaded" error={loaded.error} retry={reload} />
      )}
      <GapView
        view={view}
        crumb={
          <>
            <Link href="/my">My page</Link> / {view.roleProfile.name}
          </>
        }
        heading={`My gaps for ${view.roleProfile.name}`}
        actions={
          <>
            {draft !== undefined && (
              <Link className="button" href={`/my/assessments/${draft.id}`}>
                Rate myself again
              </Link>
            )}
            <Link className="button button-primary" href={`/my/training/${roleProfileId}`}>
              My training
            </Link>
          </>
        }
      />
    </>
  );
}
