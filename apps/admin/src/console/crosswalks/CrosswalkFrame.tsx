import type { ReactNode } from 'react';
import { useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { Crosswalk } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { CrosswalkActions } from './CrosswalkActions.tsx';
import '../layout/tabs.css';
import './crosswalks.css';

const tabs = [
  { key: 'associations', path: 'show', label: 'crosswalks.tabs.associations' },
  { key: 'gaps', path: 'gaps', label: 'crosswalks.tabs.gaps' },
] as const;

interface CrosswalkFrameProps {
  tab: (typeof tabs)[number]['key'];
  actions?: (crosswalk: Crosswalk) => ReactNode;
  children: (crosswalk: Crosswalk) => ReactNode;
}

/** What both pages of a crosswalk have around them. */
export function CrosswalkFrame({ tab, actions, children }: CrosswalkFrameProps) {
  const text = useText();
  const { id = '' } = useParams();
  const mayEdit = useMay('crosswalks', 'edit');
  const { data: crosswalk, error, refetch } = useGetOne<Crosswalk>('crosswalks', { id });
  const crumbs = [{ to: '/crosswalks', label: text('crosswalks.title') }];
  if (error !== null && crosswalk === undefined)
    return (
      <Page title={text('crosswalks.title')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (crosswalk === undefined) return <PageSkeleton />;
  const { title, from, to, source } = crosswalk;
  return (
    <Page
      title={text('crosswalks.heading', { to: to.framework })}
      here={to.framework}
      crumbs={crumbs}
      provenance={text('crosswalks.from', { from: from.framework, title })}
      actions={actions?.(crosswalk)}
    >
      <nav className="tabs" aria-label={text('crosswalks.tabs.label')}>
        {tabs.map(({ key, path, label }) => (
          <Link
            key={key}
            to={`/crosswalks/${id}/${path}`}
            {...(key === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {text(label)}
          </Link>
        ))}
      </nav>
      <div className="crosswalk-part">{children(crosswalk)}</div>
      {source !== '' && (
        <p className="provenance crosswalk-source">{text('crosswalks.source', { source })}</p>
      )}
      {mayEdit && tab === 'associations' && <CrosswalkActions crosswalk={crosswalk} />}
    </Page>
  );
}
