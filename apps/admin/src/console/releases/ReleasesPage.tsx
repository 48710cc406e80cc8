import { useState } from 'react';
import { Link } from 'react-router';
import { day, dayAndTime } from '../../look/numbers.ts';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useReleases } from '../providers/queries.ts';
import type { Framework, Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { NewDraft } from './NewDraft.tsx';
import { NewFramework } from './NewFramework.tsx';
import { byFramework, countsInWords, tagOf } from './releaseModel.ts';
import { useDiffCounts, useDiscardedDrafts, useFrameworks } from './releaseQueries.ts';
import '../curation/curation.css';
import './releases.css';

/** Every framework with its releases as a time line, the newest on top. */
export default function ReleasesPage() {
  const text = useText();
  const mayCurate = useMay('releases', 'create');
  const releases = useReleases();
  const frameworks = useFrameworks();
  const [making, setMaking] = useState<'draft' | 'framework' | null>(null);
  const failed = releases.error ?? frameworks.error;
  if (failed !== null)
    return (
      <Page title={text('releases.title')}>
        <Failure error={failed} retry={() => void Promise.all([releases.refetch(), frameworks.refetch()])} />
      </Page>
    );
  if (releases.data === undefined || frameworks.data === undefined) return <PageSkeleton />;
  const close = () => setMaking(null);
  const groups = byFramework(releases.data);
  const without = frameworks.data.filter(({ id }) => !groups.some(([first]) => first.frameworkId === id));
  return (
    <Page
      title={text('releases.title')}
      provenance={text('releases.provenance')}
      actions={
        mayCurate && (
          <>
            <button className="button" type="button" onClick={() => setMaking('draft')}>
              {text('releases.newDraft')}
            </button>
            <button className="button button-quiet" type="button" onClick={() => setMaking('framework')}>
              {text('releases.newFramework')}
            </button>
            <Link className="button button-quiet" to="/releases/import">
              {text('transfer.import')}
            </Link>
          </>
        )
      }
    >
      {groups.length === 0 && without.length === 0 && (
        <Empty
          title={text('releases.none')}
          action={
            mayCurate && (
              <button className="button" type="button" onClick={() => setMaking('framework')}>
                {text('releases.newFramework')}
              </button>
            )
          }
        >
          {text('framework.noRelease')}
        </Empty>
      )}
      {groups.map((group) => (
        <section className="section" key={group[0].frameworkId}>
          <div className="section-head">
            <h2>{group[0].framework}</h2>
            <p className="hint">{group[0].publisher}</p>
          </div>
          <ol className="time-line">
            {group.map((release) => (
              <TimeLineRelease key={release.id} release={release} all={group} />
            ))}
          </ol>
        </section>
      ))}
      {mayCurate && without.map((framework) => <EmptyFramework key={framework.id} framework={framework} />)}
      {mayCurate && <DiscardedDrafts />}
      {making === 'draft' && <NewDraft frameworks={frameworks.data} releases={releases.data} close={close} />}
      {making === 'framework' && <NewFramework close={close} />}
    </Page>
  );
}

function TimeLineRelease({ release, all }: { release: Release; all: readonly Release[] }) {
  const text = useText();
  const base = all.find(({ id }) => id === release.basedOn);
  const { data: counts } = useDiffCounts(release.id, base?.id ?? null);
  const { id, label, state, publishedOn, ksaCount, occupationCount, isCurrent } = release;
  return (
    <li data-state={state}>
      <p className="time-line-name">
        <Link to={`/releases/${id}`}>{text('releases.release', { label })}</Link>{' '}
        <span className={tagOf(state)}>{text(`releases.states.${state}`)}</span>{' '}
        {isCurrent && <span className="tag tag-muted">{text('releases.current')}</span>}
      </p>
      <p className="hint">
        {publishedOn !== null && `${text('releases.publishedOn', { date: day(publishedOn) })} · `}
        {text('releases.holds', { ksaCount, occupationCount })}
      </p>
      {counts !== undefined && (
        <p className="time-line-counts">
          {text('releases.since', { label: counts.from.label, counts: countsInWords(text, counts) })}
        </p>
      )}
    </li>
  );
}

/** Their content is gone, their logs are not. */
function DiscardedDrafts() {
  const text = useText();
  const { data: discarded = [] } = useDiscardedDrafts();
  if (discarded.length === 0) return null;
  return (
    <details className="section">
      <summary>{text('releases.discardedDrafts', { smart_count: discarded.length })}</summary>
      <ul className="rows">
        {discarded.map(({ id, label, framework, by, at, reason }) => (
          <li key={id}>
            <p>
              <Link to={`/releases/${id}`}>{text('releases.logOf', { label })}</Link>{' '}
              <span className="provenance">{framework}</span>
            </p>
            {reason !== '' && <p className="log-reason">{reason}</p>}
            <p className="hint">{text('releases.discardedBy', { name: by, time: dayAndTime(at) })}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function EmptyFramework({ framework }: { framework: Framework }) {
  const text = useText();
  return (
    <section className="section">
      <div className="section-head">
        <h2>{framework.name}</h2>
        <p className="hint">{framework.publisher}</p>
      </div>
      <p className="hint">{text('releases.noneOfFramework')}</p>
    </section>
  );
}
