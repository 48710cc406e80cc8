import { ShowBase, useShowContext } from 'react-admin';
import { Link, useSearchParams } from 'react-router';
import type { Scale } from '../../api/types.ts';
import { labelOf } from '../../look/gapWords.ts';
import { capital, day, points } from '../../look/numbers.ts';
import { Ring } from '../../look/Ring.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useItems, useReleaseOf, useScale } from '../providers/queries.ts';
import type { Requirement, RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { MigrationNotice } from '../profile-migrations/MigrationNotice.tsx';
import { AssignedWorkers } from './AssignedWorkers.tsx';
import { byCompetency } from './competencies.ts';
import { standing } from './roleProfileModel.ts';
import { useRequirements } from './roleProfileQueries.ts';
import './builder.css';

const RoleProfileShow = () => (
  <ShowBase>
    <Loaded />
  </ShowBase>
);

export default RoleProfileShow;

function Loaded() {
  const text = useText();
  const { record: profile, error, refetch } = useShowContext<RoleProfile>();
  const requirements = useRequirements(profile?.id);
  const scale = useScale();
  const { data: release } = useReleaseOf(profile?.releaseId);
  const mayEdit = useMay('role-profiles', 'edit');
  const maySeeAssigned = useMay('role-assignments', 'list');
  const [parameters] = useSearchParams();
  const crumbs = [{ to: '/role-profiles', label: text('roleProfiles.title') }];
  const failed = error ?? requirements.error ?? scale.error;
  if (failed)
    return (
      <Page title={text('roleProfiles.one')} crumbs={crumbs}>
        <Failure
          error={failed}
          retry={() => void Promise.all([refetch(), requirements.refetch(), scale.refetch()])}
        />
      </Page>
    );
  if (profile === undefined || requirements.data === undefined || scale.data === undefined)
    return <PageSkeleton />;
  const provenance = [
    standing(profile, text),
    ...(profile.publishedAt === null
      ? []
      : [text('roleProfiles.publishedOn', { date: day(profile.publishedAt) })]),
    ...(release === undefined ? [] : [text('occupations.release', { label: release.label })]),
  ].join(' · ');
  return (
    <Page
      title={profile.name}
      crumbs={crumbs}
      provenance={provenance}
      actions={
        mayEdit && (
          <Link
            className={profile.publishedVersion === null ? 'button' : 'button button-quiet'}
            to={`/role-profiles/${profile.id}`}
          >
            {text('roleProfiles.edit')}
          </Link>
        )
      }
    >
      {parameters.has('published') && profile.publishedVersion !== null && (
        <div className="notice" role="status">
          <p>{text('roleProfiles.published', { version: profile.publishedVersion })}</p>
        </div>
      )}
      <MigrationNotice roleProfileId={profile.id} />
      {profile.description !== '' && <p className="description">{profile.description}</p>}
      {maySeeAssigned && <AssignedWorkers profile={profile} />}
      <Requirements profile={profile} requirements={requirements.data} scale={scale.data} />
    </Page>
  );
}

interface RequirementsProps {
  profile: RoleProfile;
  requirements: readonly Requirement[];
  scale: Scale;
}

function Requirements({ profile, requirements, scale }: RequirementsProps) {
  const text = useText();
  const { data: items = [] } = useItems(profile.releaseId);
  const sum = requirements.reduce((total, { weight }) => total + weight, 0);
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text('requirements.title', { smart_count: requirements.length })}</h2>
        <p className="hint">
          {text('requirements.sum', {
            sum,
            smart_count: requirements.filter(({ critical }) => critical).length,
          })}
        </p>
      </div>
      {byCompetency(requirements, ({ ksaCode }) => ksaCode, items, text('own.title')).map((group) => (
        <section key={group.code}>
          <h3 className="competency">
            {group.title} <span className="hint">{group.code}</span>
          </h3>
          <ul>
            {group.rows.map((requirement) => (
              <li className="requirement-shown" key={requirement.ksaCode}>
                <Ring
                  attained={requirement.requiredLevel}
                  required={null}
                  maxLevel={scale.maxLevel}
                  size={34}
                />
                <div>
                  <p>
                    <Link to={`/framework/${requirement.ksaId}`}>{requirement.title}</Link>{' '}
                    {requirement.critical && <span className="tag">{text('requirements.critical')}</span>}
                  </p>
                  <p className="hint">
                    {requirement.ksaCode} · {text(`requirements.evidences.${requirement.evidence}`)}
                  </p>
                </div>
                <p>{capital(labelOf(scale, requirement.requiredLevel))}</p>
                <p className="hint">
                  {text('requirements.weightAndShare', {
                    weight: requirement.weight,
                    share: points(Math.floor((requirement.weight * 1000) / Math.max(1, sum))),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
