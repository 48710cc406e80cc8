import { dayAndTime } from '../../look/numbers.ts';
import { NotFound } from '../layout/dead-ends.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useText } from '../providers/useText.ts';
import { ReleaseLog } from './ReleaseLog.tsx';
import { tagOf } from './releaseModel.ts';
import { useDiscardedDrafts } from './releaseQueries.ts';

/** What is left of a draft that was discarded: its log. */
export function DiscardedPage({ id }: { id: string }) {
  const text = useText();
  const discarded = useDiscardedDrafts();
  const crumbs = [{ to: '/releases', label: text('releases.title') }];
  if (discarded.error !== null)
    return (
      <Page title={text('releases.one')} crumbs={crumbs}>
        <Failure error={discarded.error} retry={() => void discarded.refetch()} />
      </Page>
    );
  if (discarded.data === undefined) return <PageSkeleton />;
  const draft = discarded.data.find((each) => each.id === id);
  if (draft === undefined) return <NotFound />;
  const { label, framework, by, at, reason, basedOn } = draft;
  return (
    <Page
      title={text('releases.release', { label })}
      crumbs={crumbs}
      provenance={[framework, text('releases.discardedBy', { name: by, time: dayAndTime(at) })].join(' · ')}
    >
      <p className="release-state">
        <span className={tagOf('discarded')}>{text('releases.states.discarded')}</span>{' '}
        {text('releases.stateMeans.discarded')}
      </p>
      {reason !== '' && <p className="log-reason">{reason}</p>}
      <ReleaseLog key={id} releaseId={id} itemsOf={basedOn ?? undefined} />
    </Page>
  );
}
