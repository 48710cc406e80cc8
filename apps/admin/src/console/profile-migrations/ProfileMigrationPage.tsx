import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Scale } from '../../api/types.ts';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { StayOrGo } from '../layout/StayOrGo.tsx';
import { useScale } from '../providers/queries.ts';
import type { ProfileMigration } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Apply } from './Apply.tsx';
import { Decision } from './Decision.tsx';
import { KeptRequirements } from './KeptRequirements.tsx';
import {
  isAsProposed,
  isDecided,
  isSame,
  openSteps,
  proposedDecisions,
  withDecision,
} from './migrationModel.ts';
import { useProfileMigration } from './migrationQueries.ts';
import { Preview } from './Preview.tsx';
import '../role-profiles/builder.css';
import './migration.css';

export default function ProfileMigrationPage() {
  const text = useText();
  const { id } = useParams();
  const migration = useProfileMigration(id);
  const scale = useScale();
  const crumbs = [
    { to: '/role-profiles', label: text('roleProfiles.title') },
    ...(migration.data === undefined
      ? []
      : [{ to: `/role-profiles/${id}/show`, label: migration.data.name }]),
  ];
  const failed = migration.error ?? scale.error;
  if (failed !== null)
    return (
      <Page title={text('migration.short')} crumbs={crumbs}>
        <Failure error={failed} retry={() => void Promise.all([migration.refetch(), scale.refetch()])} />
      </Page>
    );
  if (migration.data === undefined || scale.data === undefined) return <PageSkeleton />;
  const { to } = migration.data;
  if (to === null)
    return (
      <Page title={text('migration.short')} crumbs={crumbs}>
        <Empty
          title={text('migration.upToDate')}
          action={
            <Link className="button" to={`/role-profiles/${id}/show`}>
              {text('migration.back')}
            </Link>
          }
        />
      </Page>
    );
  const { name, from } = migration.data;
  return (
    <Page
      title={text('migration.title', { name, release: to.label })}
      here={text('migration.short')}
      crumbs={crumbs}
      provenance={text('migration.provenance', { from: from.label, to: to.label })}
    >
      <Moving migration={migration.data} to={to} scale={scale.data} />
    </Page>
  );
}

interface MovingProps {
  migration: ProfileMigration & { version: number | undefined };
  to: NonNullable<ProfileMigration['to']>;
  scale: Scale;
}

/** What was read stays while it is decided; whoever was first is found out when it is applied. */
function Moving({ migration: read, to, scale }: MovingProps) {
  const text = useText();
  const [migration] = useState(read);
  const [decisions, setDecisions] = useState(() => proposedDecisions(migration));
  const [isApplied, setApplied] = useState(false);
  const steps = openSteps(migration);
  const isWhole = decisions.every(isDecided);
  return (
    <>
      <section>
        <h2>
          {steps.length === 0
            ? text('migration.nothingToDecide')
            : text('migration.toDecide', { smart_count: steps.length })}
        </h2>
        {steps.length === 0 && <p className="hint">{text('migration.nothingToDecideWhy')}</p>}
        <ul className="migration-steps">
          {steps.map((step) => {
            const decision = decisions.find((each) => isSame(each, step.proposal)) ?? step.proposal;
            return (
              <li key={`${step.kind} ${step.proposal.lineage}`}>
                <Decision
                  step={step}
                  decision={decision}
                  scale={scale}
                  decide={(next) => setDecisions((before) => withDecision(before, next))}
                />
              </li>
            );
          })}
        </ul>
      </section>
      <KeptRequirements migration={migration} scale={scale} />
      <Preview
        roleProfileId={migration.roleProfileId}
        releaseId={to.id}
        decisions={decisions}
        isWhole={isWhole}
        scale={scale}
      />
      <Apply
        migration={migration}
        to={to}
        decisions={decisions}
        isWhole={isWhole}
        applied={() => setApplied(true)}
      />
      <StayOrGo unsaved={!isApplied && !isAsProposed(migration, decisions)}>
        {text('migration.leaveWhat')}
      </StayOrGo>
    </>
  );
}
