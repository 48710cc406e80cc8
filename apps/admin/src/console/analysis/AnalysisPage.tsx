import { useEffect, useRef } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ReleasePicker } from '../framework/ReleasePicker.tsx';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { NotFound } from '../layout/dead-ends.tsx';
import type { Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useAnalysedReleases } from './analysisQueries.ts';
import { CompareView } from './CompareView.tsx';
import { FigureSection } from './FigureSection.tsx';
import { NearestView } from './NearestView.tsx';
import { OneKsaView } from './OneKsaView.tsx';
import { ReportView } from './ReportView.tsx';
import { figuresOf, isView, type View, views } from './views.ts';
import '../layout/check.css';
import '../list/list.css';
import './analysis.css';

/** What a release answers, question by question; the address names view and release, so that they can be sent to somebody. */
export default function AnalysisPage() {
  const text = useText();
  const { view = 'areas' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data: releases, error, refetch } = useAnalysedReleases();
  if (!isView(view)) return <NotFound />;
  if (error !== null)
    return (
      <Page title={text('analysis.title')}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (releases === undefined) return <PageSkeleton />;
  const wanted = search.get('release');
  const release =
    releases.find(({ id }) => id === wanted) ?? releases.find(({ isCurrent }) => isCurrent) ?? releases[0];
  if (release === undefined)
    return (
      <Page title={text('analysis.title')}>
        <Empty title={text('analysis.nothing')} />
      </Page>
    );
  const { framework, label, ksaCount, occupationCount } = release;
  const choose = (id: string) =>
    setSearch(onRelease(new URLSearchParams(window.location.search), id), { replace: true });
  return (
    <Page
      title={text('analysis.title')}
      provenance={text('analysis.provenance', { framework, label, ksaCount, occupationCount })}
    >
      <div className="analysis">
        <div className="framework-head">
          <ReleasePicker releases={releases} value={release.id} change={choose} />
        </div>
        <Views current={view} search={search.toString()} />
        <ViewOf key={`${view} ${release.id}`} view={view} release={release} />
      </div>
    </Page>
  );
}

/** KSAs are known by their codes in whatever release; occupations are those of one. */
function onRelease(search: URLSearchParams, release: string): URLSearchParams {
  search.set('release', release);
  for (const occupation of ['first', 'second']) search.delete(occupation);
  return search;
}

/** On a phone they are more than fit: the current one is brought into sight. */
function Views({ current, search }: { current: View; search: string }) {
  const text = useText();
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to end an effect.
    here.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current]);
  return (
    <nav className="analysis-views" aria-label={text('analysis.views')}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <Link
              ref={view === current ? here : undefined}
              to={{ pathname: `/analysis/${view}`, search }}
              aria-current={view === current ? 'page' : undefined}
            >
              {text(`analysis.view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ViewOf({ view, release: { id } }: { view: View; release: Release }) {
  switch (view) {
    case 'one-ksa':
      return <OneKsaView releaseId={id} />;
    case 'compare':
      return <CompareView releaseId={id} />;
    case 'nearest':
      return <NearestView releaseId={id} />;
    case 'report':
      return <ReportView releaseId={id} />;
    default:
      return (figuresOf[view] ?? []).map((shown) => (
        <FigureSection key={shown.name} releaseId={id} shown={shown} />
      ));
  }
}
