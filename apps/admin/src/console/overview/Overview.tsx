import { useGetList, type RaRecord } from 'react-admin';
import { Link, Navigate } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { Qualified, Readiness } from '../gap-scores/Readiness.tsx';
import { firstDoor } from '../layout/menu.ts';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useMe, usePermissionSet } from '../providers/MeContext.tsx';
import type { AssessmentSummary, GapScore, RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { stepsOf, type SetUpStep } from './setUp.ts';
import './overview.css';

/** Only who assigns roles has an overview; everybody else lands on the first door of their menu. */
export default function Overview() {
  const first = firstDoor(usePermissionSet());
  return first === '/' ? <EmployersOverview /> : <Navigate to={first} replace />;
}

const some = (perPage: number) => ({ page: 1, perPage });

function EmployersOverview() {
  const text = useText();
  const me = useMe();
  const profiles = useGetList<RoleProfile>('role-profiles', {
    filter: {},
    sort: { field: 'name', order: 'ASC' },
    pagination: some(100),
  });
  const workers = useCount('workers', 'name');
  const assignments = useCount('role-assignments', 'workerName');
  const error = profiles.error ?? workers.error ?? assignments.error;
  const known = profiles.data !== undefined && workers.total !== undefined && assignments.total !== undefined;
  const steps = stepsOf({
    profiles: profiles.total ?? 0,
    published: profiles.data?.filter(({ publishedVersion }) => publishedVersion !== null).length ?? 0,
    workers: workers.total ?? 0,
    assignments: assignments.total ?? 0,
  });
  const ready = known && steps.every(({ done }) => done);
  return (
    <Page title={text('overview.title')} provenance={me.organisation.name}>
      {error !== null && (
        <Failure
          error={error}
          retry={() => void Promise.all([profiles.refetch(), workers.refetch(), assignments.refetch()])}
        />
      )}
      {error === null && !known && <Bones count={3} />}
      {known && !ready && <Checklist steps={steps} />}
      {ready && (
        <>
          <Waiting />
          <LeastReady />
        </>
      )}
    </Page>
  );
}

const useCount = (resource: string, field: string) =>
  useGetList<RaRecord>(resource, { filter: {}, sort: { field, order: 'ASC' }, pagination: some(1) });

function Checklist({ steps }: { steps: readonly SetUpStep[] }) {
  const text = useText();
  const next = steps.find(({ done }) => !done);
  return (
    <ol className="checklist">
      {steps.map((step, index) => (
        <li
          key={step.key}
          data-done={step.done}
          {...(step === next ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="checklist-mark" aria-hidden="true">
            {step.done ? '✓' : index + 1}
          </span>
          <div>
            <h2>
              {text(`overview.steps.${step.key}.title`)}
              {step.done && <span className="said"> {text('overview.done')}</span>}
            </h2>
            <p className="hint">{text(`overview.steps.${step.key}.why`)}</p>
            {step === next && (
              <Link className="button" to={step.to}>
                {text(`overview.steps.${step.key}.action`)}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Waiting() {
  const text = useText();
  const submitted = useGetList<AssessmentSummary>('assessments', {
    filter: { state: 'submitted' },
    sort: { field: 'submittedAt', order: 'ASC' },
    pagination: some(5),
  });
  const drafts = useGetList<AssessmentSummary>('assessments', {
    filter: { state: 'draft' },
    sort: { field: 'createdAt', order: 'ASC' },
    pagination: some(1),
  });
  return (
    <section>
      <div className="section-head">
        <h2>{text('overview.toReview', { smart_count: submitted.total ?? 0 })}</h2>
        <Link to="/assessments">{text('overview.allAssessments')}</Link>
      </div>
      {submitted.error !== null && <Failure error={submitted.error} retry={() => void submitted.refetch()} />}
      {submitted.isPending && <Bones count={2} />}
      <ul className="rows">
        {submitted.data?.map((assessment) => (
          <li className="overview-score" key={assessment.id}>
            <Link to={`/assessments/${assessment.id}/show`}>{assessment.workerName}</Link>
            <span>{assessment.roleProfileName}</span>
            <span className="hint">
              {assessment.submittedAt === null ? '' : dayAndTime(assessment.submittedAt)}
            </span>
          </li>
        ))}
      </ul>
      {drafts.total !== undefined && drafts.total > 0 && (
        <p className="hint overview-line">{text('overview.withWorkers', { smart_count: drafts.total })}</p>
      )}
    </section>
  );
}

function LeastReady() {
  const text = useText();
  const scores = useGetList<GapScore>('gap-scores', {
    filter: {},
    sort: { field: 'low', order: 'ASC' },
    pagination: some(8),
  });
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text('overview.leastReady')}</h2>
        <Link to="/gap-scores">{text('overview.allGaps')}</Link>
      </div>
      {scores.error !== null && <Failure error={scores.error} retry={() => void scores.refetch()} />}
      {scores.isPending && <Bones count={3} />}
      {scores.data?.length === 0 && <p className="hint">{text('gaps.noneYet')}</p>}
      <ul className="rows">
        {scores.data?.map((score) => (
          <li className="overview-score" key={score.id}>
            <div>
              <Link to={`/gap-scores/${score.worker.id}/${score.roleProfile.id}`}>{score.worker.name}</Link>
              <p className="hint">{score.roleProfile.name}</p>
            </div>
            <Readiness score={score} />
            <Qualified answer={score.qualified} />
          </li>
        ))}
      </ul>
    </section>
  );
}
