import { useState } from 'react';
import { EditBase, Form, useEditContext } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import type { Scale } from '../../api/types.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useReleaseOf, useScale } from '../providers/queries.ts';
import { formRecord } from '../providers/formRecord.ts';
import { formErrorsOf, inWords } from '../providers/problem.ts';
import type { Requirement, RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { PublishPanel } from './PublishPanel.tsx';
import { RequirementTable } from './RequirementTable.tsx';
import { RoleProfileInputs } from './RoleProfileInputs.tsx';
import { standing } from './roleProfileModel.ts';
import { useRequirements } from './roleProfileQueries.ts';
import { useRoleProfileEditing, type RoleProfileEditing } from './useRoleProfileEditing.ts';
import './builder.css';

const RoleProfileEdit = () => (
  <EditBase mutationMode="pessimistic" queryOptions={formRecord}>
    <Loaded />
  </EditBase>
);

export default RoleProfileEdit;

/** The builder opens once all of it is read, and is then left alone: no refetch may wipe what is being typed. */
function Loaded() {
  const text = useText();
  const { record: profile, error, refetch } = useEditContext<RoleProfile>();
  const requirements = useRequirements(profile?.id);
  const scale = useScale();
  const failed = error ?? requirements.error ?? scale.error;
  if (failed)
    return (
      <Page
        title={text('roleProfiles.one')}
        crumbs={[{ to: '/role-profiles', label: text('roleProfiles.title') }]}
      >
        <Failure
          error={failed}
          retry={() => void Promise.all([refetch(), requirements.refetch(), scale.refetch()])}
        />
      </Page>
    );
  if (profile === undefined || requirements.data === undefined || scale.data === undefined)
    return <PageSkeleton />;
  return <Builder key={profile.id} profile={profile} requirements={requirements.data} scale={scale.data} />;
}

interface BuilderProps {
  profile: RoleProfile;
  requirements: readonly Requirement[];
  scale: Scale;
}

function Builder({ profile, requirements, scale }: BuilderProps) {
  const text = useText();
  const navigate = useNavigate();
  const { data: release } = useReleaseOf(profile.releaseId);
  const editing = useRoleProfileEditing(profile, requirements);
  const provenance = [
    standing(profile, text),
    text('roleProfiles.begunFrom', { smart_count: profile.occupationIds.length }),
    ...(release === undefined ? [] : [text('occupations.release', { label: release.label })]),
  ].join(' · ');
  return (
    <Page
      title={profile.name}
      here={text('roleProfiles.editing')}
      crumbs={[
        { to: '/role-profiles', label: text('roleProfiles.title') },
        { to: `/role-profiles/${profile.id}/show`, label: profile.name },
      ]}
      provenance={provenance}
    >
      {editing.overtaken && (
        <div className="notice notice-failure" role="alert">
          <p>{text('roleProfiles.overtaken')}</p>
          <button className="button button-quiet" type="button" onClick={editing.acknowledge}>
            {text('roleProfiles.understood')}
          </button>
        </div>
      )}
      <RequirementTable profile={profile} editing={editing} scale={scale} />
      <Details profile={profile} editing={editing} />
      <PublishPanel
        profile={profile}
        editing={editing}
        published={() => void navigate(`/role-profiles/${profile.id}/show?published=1`)}
      />
      <p className="section">
        <Link to={`/role-profiles/${profile.id}/show`}>{text('roleProfiles.leave')}</Link>
      </p>
    </Page>
  );
}

/** Name and description share the profile's version with the requirements, so they are saved through the same queue. */
function Details({ profile, editing }: { profile: RoleProfile; editing: RoleProfileEditing }) {
  const text = useText();
  const [saved, setSaved] = useState(false);
  return (
    <section className="section">
      <h2>{text('roleProfiles.details')}</h2>
      <Form
        record={{ id: profile.id, name: profile.name, description: profile.description }}
        className="form stack"
        warnWhenUnsavedChanges
        disableInvalidFormNotification
        onSubmit={async ({ name, description }: Record<string, unknown>) => {
          setSaved(false);
          try {
            await editing.apply('PATCH', `/api/role-profiles/${profile.id}`, { body: { name, description } });
            setSaved(true);
            return undefined;
          } catch (error) {
            return formErrorsOf(error) ?? { name: inWords(error) };
          }
        }}
      >
        <RoleProfileInputs />
        <FormFoot label={text('roleProfiles.saveDetails')}>
          <span className="hint" role="status">
            {saved ? text('layout.saved') : ''}
          </span>
        </FormFoot>
      </Form>
    </section>
  );
}
