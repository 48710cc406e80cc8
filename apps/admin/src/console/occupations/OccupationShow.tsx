import { ShowBase, useShowContext } from 'react-admin';
import { Link } from 'react-router';
import { GoneOfOccupations } from '../extension/GoneOfOccupations.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useReleases } from '../providers/queries.ts';
import type { OccupationDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { OccupationActions } from './editing/OccupationActions.tsx';
import '../curation/curation.css';

const OccupationShow = () => (
  <ShowBase>
    <Occupation />
  </ShowBase>
);

export default OccupationShow;

function Occupation() {
  const text = useText();
  const mayMake = useMay('role-profiles', 'create');
  const mayCurate = useMay('occupations', 'edit');
  const { data: releases = [] } = useReleases();
  const { record, error, refetch } = useShowContext<OccupationDetail>();
  const crumbs = [{ to: '/occupations', label: text('occupations.title') }];
  if (error)
    return (
      <Page title={text('occupations.one')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record?.competencies === undefined) return <PageSkeleton />;
  const release = releases.find(({ id }) => id === record.releaseId);
  const provenance = [
    record.technologyAreaName,
    text('occupations.institutes', { smart_count: record.selectedBy }),
    text('occupations.ksas', { smart_count: record.ksaCount }),
    ...(release === undefined ? [] : [text('occupations.release', { label: release.label })]),
  ].join(' · ');
  return (
    <Page
      title={record.title}
      crumbs={crumbs}
      provenance={provenance}
      actions={
        <>
          {mayMake && release?.state === 'published' && (
            <Link className="button" to={`/role-profiles/create?occupation=${record.id}`}>
              {text('occupations.makeRoleProfile')}
            </Link>
          )}
          {mayCurate && release?.state === 'draft' && <OccupationActions occupation={record} />}
        </>
      }
    >
      <GoneOfOccupations ids={[record.id]} />
      {record.definition != null && <p className="section-text">{record.definition}</p>}
      {record.competencies.map((competency) => (
        <section className="section" key={competency.id}>
          <div className="section-head">
            <h2>{competency.title}</h2>
            <p className="hint">
              {competency.code} · {text('occupations.ksas', { smart_count: competency.ksas.length })}
            </p>
          </div>
          <ul className="rows">
            {competency.ksas.map((ksa) => (
              <li key={ksa.id}>
                <p>
                  <Link to={`/framework/${ksa.id}`}>{ksa.title}</Link>{' '}
                  {ksa.provisional && <span className="tag tag-expiry">{text('framework.provisional')}</span>}
                </p>
                <p className="hint">
                  {ksa.code}
                  {ksa.definition === null ? '' : ` · ${ksa.definition}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
