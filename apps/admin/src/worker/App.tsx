import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { get } from '../api/client.ts';
import { accessToken, onSessionChange, sessionState } from '../api/session.ts';
import type { Me } from '../api/types.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { Invitation } from '../entrance/Invitation.tsx';
import { landing, wanted } from '../entrance/landing.ts';
import { match, navigate, useAddress } from '../entrance/router.tsx';
import { SetUp } from '../entrance/SetUp.tsx';
import { SignIn } from '../entrance/SignIn.tsx';
import { Failure } from '../look/Failure.tsx';
import { FaultBoundary } from '../look/FaultBoundary.tsx';
import { Skeleton } from '../look/Skeleton.tsx';
import { Assessment } from './assess/Assessment.tsx';
import { MyGaps } from './gaps/MyGaps.tsx';
import { Home } from './home/Home.tsx';
import { Shell } from './shell/Shell.tsx';
import { MyTraining } from './training/MyTraining.tsx';

/** Looked at now and then: it is loaded when it is. */
const Paths = lazy(() => import('./paths/Paths.tsx'));

function Page({ me, workerId, path }: { me: Me; workerId: string; path: string }) {
  const assessment = match('/my/assessments/:id', path);
  if (assessment?.['id'] !== undefined) return <Assessment id={assessment['id']} workerId={workerId} />;
  const gaps = match('/my/gaps/:id', path);
  if (gaps?.['id'] !== undefined) return <MyGaps workerId={workerId} roleProfileId={gaps['id']} />;
  const training = match('/my/training/:id', path);
  if (training?.['id'] !== undefined)
    return <MyTraining workerId={workerId} roleProfileId={training['id']} />;
  const way = match('/my/paths/:id', path);
  if (way !== null || match('/my/paths', path) !== null)
    return (
      <Suspense fallback={<Skeleton of="your paths" blocks={[34, 110, 110]} />}>
        <Paths workerId={workerId} roleId={way?.['id'] ?? null} />
      </Suspense>
    );
  if (match('/my', path) !== null) return <Home me={me} workerId={workerId} />;
  return (
    <section className="sheet">
      <h1>There is no such page</h1>
      <p className="lead">The address may be mistyped or old.</p>
      <a className="button" href="/my">
        Go to my page
      </a>
    </section>
  );
}

function SignedIn({ path, search }: { path: string; search: URLSearchParams }) {
  const [loaded, reload] = useLoaded('me', (signal) => get<Me>('/api/me', { signal }));
  const me = loaded.state === 'ready' ? loaded.data : null;
  const home = me === null ? null : landing(me.roles);
  const elsewhere = path === '/' || path === '/sign-in' || (me !== null && me.workerId === null);

  useEffect(() => {
    if (home !== null && elsewhere) navigate(wanted(search) ?? home, { replace: true });
  }, [home, elsewhere, search]);

  if (loaded.state === 'failed') {
    return (
      <main className="alone">
        <Failure what="Your pages cannot be loaded" error={loaded.error} retry={reload} />
      </main>
    );
  }
  if (me === null || elsewhere || me.workerId === null) return <Waiting />;
  return (
    <Shell me={me}>
      <FaultBoundary key={path}>
        <Page me={me} workerId={me.workerId} path={path} />
      </FaultBoundary>
    </Shell>
  );
}

function Waiting() {
  return (
    <main className="alone">
      <Skeleton of="your pages" blocks={[32, 140, 200]} />
    </main>
  );
}

/** Asks once who is there. No answer is no answer: it offers to ask again and signs nobody out. */
function useSession(needed: boolean) {
  const state = useSyncExternalStore(onSessionChange, sessionState);
  const [problem, setProblem] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!needed) return;
    accessToken().then(() => setProblem(null), setProblem);
  }, [needed, round]);
  return { state, problem, again: () => setRound(round + 1) };
}

export function App() {
  const { pathname, search, searchParams, hash } = useAddress();
  const invitation = match('/invitation/:token', pathname)?.['token'];
  const setUp = match('/set-up', pathname) !== null;
  const open = invitation !== undefined || setUp;
  const { state, problem, again } = useSession(!open);

  const mustSignIn = !open && state === 'signed-out' && pathname !== '/sign-in';
  useEffect(() => {
    if (!mustSignIn) return;
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    navigate(`/sign-in${next}`, { replace: true });
  }, [mustSignIn, pathname, search]);

  const toStart = () => navigate('/', { replace: true });
  if (invitation !== undefined) return <Invitation token={invitation} onSignedIn={toStart} />;
  // The code stands behind the # of the printed link: a browser sends that part to no server and no log.
  if (setUp) return <SetUp token={hash.slice(1)} onSignedIn={toStart} />;
  if (state === 'signed-in') return <SignedIn path={pathname} search={searchParams} />;
  // Signing in turns the state, and the state turns the page.
  if (state === 'signed-out' && pathname === '/sign-in') return <SignIn onSignedIn={() => undefined} />;
  if (problem !== null) {
    return (
      <main className="alone">
        <Failure what="The pages cannot be opened" error={problem} retry={again} />
      </main>
    );
  }
  return <Waiting />;
}
