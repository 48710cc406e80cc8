import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMe } from '../providers/MeContext.tsx';
import type { GroupReadiness } from '../providers/records.ts';
import { type Text, useText } from '../providers/useText.ts';
import { CoverPanel } from './CoverPanel.tsx';
import { type GroupKey, useReadiness } from './groupQueries.ts';
import { ReadinessOverTime } from './ReadinessOverTime.tsx';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { SharedGapList } from './SharedGapList.tsx';
import '../list/list.css';
import './teams.css';

interface GroupPageProps {
  group: GroupKey;
  /** Whether minimums may be set. */
  mayEdit: boolean;
  actions?: ReactNode;
}

/** A team, or the whole organisation: how ready, since when, covered by how many, and what most lack. */
export function GroupPage({ group, mayEdit, actions }: GroupPageProps) {
  const text = useText();
  const me = useMe();
  const { data, error, refetch } = useReadiness(group);
  const crumbs = [{ to: '/teams', label: text('teams.title') }];
  if (error !== null && data === undefined)
    return (
      <Page title={text('teams.one')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined) return <PageSkeleton />;
  const name = data.group.team?.name ?? me.organisation.name;
  return (
    <Page title={name} crumbs={crumbs} provenance={provenanceOf(text, data)} actions={actions}>
      {data.scores === 0 ? (
        <Empty
          title={text('groups.nobody')}
          action={
            <Link className="button" to="/workers">
              {text('groups.toWorkers')}
            </Link>
          }
        >
          {text('groups.nobodyYet')}
        </Empty>
      ) : (
        <>
          <ReadinessPanel readiness={data} />
          <CoverPanel group={group} mayEdit={mayEdit} />
          <SharedGapList group={group} />
          <ReadinessOverTime group={group} />
        </>
      )}
    </Page>
  );
}

function provenanceOf(text: Text, { group, computedAt }: GroupReadiness): string {
  const workers = [group.team?.site, text('teams.workers', { smart_count: group.workerCount })]
    .filter(Boolean)
    .join(' · ');
  return computedAt === null
    ? text('groups.notComputed', { workers })
    : text('groups.provenance', { workers, time: dayAndTime(computedAt) });
}
