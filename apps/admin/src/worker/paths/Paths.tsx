import './paths.css';
import { list } from '../../api/client.ts';
import type { CareerPathSummary } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { Link, navigate, useAddress } from '../../entrance/router.tsx';
import { Failure } from '../../look/Failure.tsx';
import { readinessFigure, readinessParts, readinessPhrase } from '../../look/gapWords.ts';
import { PartBar } from '../../look/ReadinessBar.tsx';
import { Skeleton } from '../../look/Skeleton.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { Path } from './Path.tsx';
import { wayWords } from './pathWords.ts';

const PAGE = 20;

type Kind = CareerPathSummary['role']['kind'];

const kinds: readonly (readonly [Kind, string])[] = [
  ['role-profile', 'Roles where I work'],
  ['occupation', 'Occupations of the framework'],
];

function RoleCard({ summary }: { summary: CareerPathSummary }) {
  const { role } = summary;
  return (
    <li className="path-card">
      <h2>
        <Link href={`/my/paths/${role.id}`}>{role.name}</Link>
        {role.technologyArea !== null && <span className="path-area"> {role.technologyArea}</span>}
      </h2>
      <p>
        <strong>{readinessFigure(summary)} %</strong> {readinessPhrase(summary.coverage.unknown)}
      </p>
      <PartBar scale={1} {...readinessParts(summary)} />
      <p className="path-way">{wayWords(summary)}</p>
    </li>
  );
}

function List({ workerId }: { workerId: string }) {
  // In the address: the way back from a path leads to what was chosen.
  const { searchParams } = useAddress();
  const kind: Kind = searchParams.get('kind') === 'occupation' ? 'occupation' : 'role-profile';
  const shown = PAGE * (Number.parseInt(searchParams.get('pages') ?? '', 10) || 1);
  const choose = (next: Kind, pages: number) =>
    navigate(`/my/paths?kind=${next}&pages=${pages}`, { replace: true });
  const [loaded, reload] = useLoaded(
    `paths ${workerId} ${kind}`,
    (signal) =>
      list<CareerPathSummary>(
        `/api/career-paths/${workerId}`,
        { filter: { kind, assigned: false }, sort: ['low', 'DESC'], range: [0, shown - 1] },
        signal,
      ),
    (event) => event.type.startsWith('score'),
  );
  useTitle('My paths');
  return (
    <article className="paths">
      <header>
        <p className="gap-crumb">
          <Link href="/my">My page</Link> / My paths
        </p>
        <h1>Where else I could go</h1>
        <p className="lead">
          How near you stand to other roles, the nearest first, by what is known of you today.
        </p>
      </header>
      <label className="paths-kind">
        Show{' '}
        <select value={kind} onChange={(event) => choose(event.target.value as Kind, 1)}>
          {kinds.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {loaded.state === 'loading' && <Skeleton of="roles" blocks={[110, 110, 110]} />}
      {loaded.state === 'failed' && (
        <Failure what="Other roles cannot be loaded" error={loaded.error} retry={reload} />
      )}
      {loaded.state === 'ready' && (
        <>
          {loaded.data.rows.length === 0 && (
            <p className="lead">There is no other role here yet. Look at the occupations of the framework.</p>
          )}
          <ul className="path-cards">
            {loaded.data.rows.map((summary) => (
              <RoleCard key={summary.id} summary={summary} />
            ))}
          </ul>
          {loaded.error !== null && (
            <Failure what="More roles cannot be loaded" error={loaded.error} retry={reload} />
          )}
          {loaded.data.total > loaded.data.rows.length && (
            <button
              className="button"
              type="button"
              onClick={() => {
                choose(kind, shown / PAGE + 1);
                // Not by the key: what stands stays while more is read.
                reload();
              }}
            >
              Show more of {loaded.data.total}
            </button>
          )}
        </>
      )}
    </article>
  );
}

/** Every other role, or the way to one. */
export default function Paths({ workerId, roleId }: { workerId: string; roleId: string | null }) {
  return roleId === null ? <List workerId={workerId} /> : <Path workerId={workerId} roleId={roleId} />;
}
