import { useEffect } from 'react';
import { get } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { GapView } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { Link, navigate } from '../../entrance/router.tsx';
import { Failure } from '../../look/Failure.tsx';

interface ScoreWaitProps {
  workerId: string;
  roleProfileId: string;
}

/** Events can be lost with a connection; looking again now and then costs little and ends every wait. */
const LOOK_AGAIN_MS = 10_000;

async function scoreOrNone(
  workerId: string,
  roleProfileId: string,
  signal: AbortSignal,
): Promise<GapView | null> {
  try {
    return await get<GapView>(`/api/gap-scores/${workerId}/${roleProfileId}`, { signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** Submitted: the score is on its way, and the page turns into it when the server says that it is done. */
export function ScoreWait({ workerId, roleProfileId }: ScoreWaitProps) {
  const [loaded, reload] = useLoaded(
    `wait ${workerId} ${roleProfileId}`,
    (signal) => scoreOrNone(workerId, roleProfileId, signal),
    (event) => event.type === 'score-computed',
  );
  const done = loaded.state === 'ready' && loaded.data !== null && !loaded.data.stale;

  useEffect(() => {
    if (done) navigate(`/my/gaps/${roleProfileId}`, { replace: true });
  }, [done, roleProfileId]);
  useEffect(() => {
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);

  return (
    <section className="sheet">
      <h1>Submitted. Your score is being worked out.</h1>
      <p className="lead" role="status">
        This takes a moment. The page shows your gaps by itself when they are ready; you need not wait here.
      </p>
      <div className="wait-bar" aria-hidden="true" />
      {loaded.state === 'failed' && (
        <Failure what="The score cannot be loaded" error={loaded.error} retry={reload} />
      )}
      <Link className="button" href="/my">
        Go to my page
      </Link>
    </section>
  );
}
