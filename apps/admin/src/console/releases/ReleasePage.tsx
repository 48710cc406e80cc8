import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { day } from '../../look/numbers.ts';
import { NotFound } from '../layout/dead-ends.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { ImpactPanel } from '../profile-migrations/ImpactPanel.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useReleases } from '../providers/queries.ts';
import type { Release } from '../providers/records.ts';
import { useText, type MessageKey } from '../providers/useText.ts';
import { ExportMenu } from '../release-transfer/ExportMenu.tsx';
import { Changes } from './Changes.tsx';
import { Checks } from './Checks.tsx';
import { DiscardedPage } from './DiscardedPage.tsx';
import { OccupationGroups } from './OccupationGroups.tsx';
import { ReleaseLog } from './ReleaseLog.tsx';
import { tagOf } from './releaseModel.ts';
import { StatePanel } from './StatePanel.tsx';
import '../curation/curation.css';
import '../layout/tabs.css';
import './releases.css';

interface Tab {
  key: string;
  label: MessageKey;
  /** Of what only curators may see. */
  curators?: true;
  show: (release: Release, releases: readonly Release[]) => ReactNode;
}

const TABS: readonly Tab[] = [
  {
    key: 'changes',
    label: 'releases.tabs.changes',
    show: (release, releases) => <Changes key={release.id} release={release} releases={releases} />,
  },
  { key: 'checks', label: 'releases.tabs.checks', show: (release) => <Checks release={release} /> },
  {
    key: 'impact',
    label: 'releases.tabs.impact',
    show: (release) => (
      <div className="release-part">
        <ImpactPanel releaseId={release.id} />
      </div>
    ),
  },
  { key: 'groups', label: 'releases.tabs.groups', show: (release) => <OccupationGroups release={release} /> },
  {
    key: 'log',
    label: 'releases.tabs.log',
    curators: true,
    show: (release) => <ReleaseLog key={release.id} releaseId={release.id} itemsOf={release.id} />,
  },
];

/** One release: what it is, what can be done with it, and what is in it. */
export default function ReleasePage() {
  const text = useText();
  const { id = '', tab = 'changes' } = useParams();
  const { search } = useLocation();
  const mayCurate = useMay('releases', 'edit');
  const releases = useReleases();
  const crumbs = [{ to: '/releases', label: text('releases.title') }];
  if (releases.error !== null)
    return (
      <Page title={text('releases.one')} crumbs={crumbs}>
        <Failure error={releases.error} retry={() => void releases.refetch()} />
      </Page>
    );
  if (releases.data === undefined) return <PageSkeleton />;
  const release = releases.data.find((each) => each.id === id);
  if (release === undefined)
    return releases.isFetching ? <PageSkeleton /> : mayCurate ? <DiscardedPage id={id} /> : <NotFound />;
  const tabs = TABS.filter(({ curators }) => curators !== true || mayCurate);
  const shown = tabs.find(({ key }) => key === tab) ?? tabs[0];
  const { label, framework, publishedOn, ksaCount, occupationCount, state } = release;
  return (
    <Page
      title={text('releases.release', { label })}
      crumbs={crumbs}
      provenance={[
        framework,
        ...(publishedOn === null ? [] : [text('releases.publishedOn', { date: day(publishedOn) })]),
        text('releases.holds', { ksaCount, occupationCount }),
      ].join(' · ')}
      actions={
        <>
          <Link className="button button-quiet" to={`/framework?release=${id}`}>
            {text(state === 'draft' && mayCurate ? 'releases.editTree' : 'releases.openTree')}
          </Link>
          <Link className="button button-quiet" to={`/releases/${id}/matrix`}>
            {text('releases.openMatrix')}
          </Link>
          <ExportMenu release={release} />
        </>
      }
    >
      <p className="release-state">
        <span className={tagOf(state)}>{text(`releases.states.${state}`)}</span>{' '}
        {text(`releases.stateMeans.${state}`)}
      </p>
      {mayCurate && <StatePanel key={release.id} release={release} releases={releases.data} />}
      <nav className="tabs" aria-label={text('releases.tabs.label')}>
        {tabs.map(({ key, label: name }) => (
          <Link
            key={key}
            to={{ pathname: key === 'changes' ? `/releases/${id}` : `/releases/${id}/${key}`, search }}
            {...(key === shown?.key ? { 'aria-current': 'page' as const } : {})}
          >
            {text(name)}
          </Link>
        ))}
      </nav>
      {shown?.show(release, releases.data)}
      <p className="provenance release-attribution">
        {release.attribution} {release.licence}
      </p>
    </Page>
  );
}
