import { ShowBase, useGetList, useShowContext } from 'react-admin';
import { Link } from 'react-router';
import { day } from '../../look/numbers.ts';
import { Qualified, Readiness } from '../gap-scores/Readiness.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { Bones, PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { AssessmentSummary, GapScore, RoleAssignment, Worker } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { AssignRole } from './AssignRole.tsx';

const WorkerShow = () => (
  <ShowBase>
    <Loaded />
  </ShowBase>
);

export default WorkerShow;

function Loaded() {
  const text = useText();
  const { record: worker, error, refetch } = useShowContext<Worker>();
  const mayEdit = useMay('workers', 'edit');
  const maySeeAssigned = useMay('role-assignments', 'list');
  const crumbs = [{ to: '/workers', label: text('workers.title') }];
  if (error)
    return (
      <Page title={text('workers.one')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (worker === undefined) return <PageSkeleton />;
  return (
    <Page
      title={worker.name}
      crumbs={crumbs}
      provenance={worker.jobTitle || text('workers.noJobTitle')}
      actions={
        mayEdit && (
          <Link className="button button-quiet" to={`/workers/${worker.id}`}>
            {text('workers.edit')}
          </Link>
        )
      }
    >
      {maySeeAssigned ? <Assigned worker={worker} /> : <Scored worker={worker} />}
      <Assessments worker={worker} />
    </Page>
  );
}

const whole = { page: 1, perPage: 100 };

const useScores = (worker: Worker) =>
  useGetList<GapScore>('gap-scores', {
    filter: { workerId: worker.id },
    sort: { field: 'roleProfileName', order: 'ASC' },
    pagination: whole,
  });

/** The roles the worker holds, with how ready they are; with nothing assigned, the form to assign the first. */
function Assigned({ worker }: { worker: Worker }) {
  const text = useText();
  const { data: scores } = useScores(worker);
  const assignments = useGetList<RoleAssignment>('role-assignments', {
    filter: { workerId: worker.id },
    sort: { field: 'roleProfileName', order: 'ASC' },
    pagination: whole,
  });
  return (
    <section>
      <h2>{text('workers.roles', { smart_count: assignments.data?.length ?? 0 })}</h2>
      {assignments.error !== null && (
        <Failure error={assignments.error} retry={() => void assignments.refetch()} />
      )}
      {assignments.isPending && <Bones count={2} />}
      <ul className="rows">
        {assignments.data?.map((assignment) => {
          const score = scores?.find(({ roleProfile }) => roleProfile.id === assignment.roleProfileId);
          return (
            <li className="row-line" key={assignment.id}>
              <div>
                <p>
                  <Link to={`/gap-scores/${worker.id}/${assignment.roleProfileId}`}>
                    {assignment.roleProfileName}
                  </Link>
                </p>
                <p className="hint">{text('workers.assignedOn', { date: day(assignment.assignedAt) })}</p>
              </div>
              {score === undefined ? (
                <span className="hint">{text('workers.notScored')}</span>
              ) : (
                <>
                  <Readiness score={score} />
                  <Qualified answer={score.qualified} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {assignments.data !== undefined && <AssignRole worker={worker} held={assignments.data} />}
    </section>
  );
}

/** An assessor may not see assignments, but what was scored. */
function Scored({ worker }: { worker: Worker }) {
  const text = useText();
  const { data: scores, error, isPending, refetch } = useScores(worker);
  return (
    <section>
      <h2>{text('workers.roles', { smart_count: scores?.length ?? 0 })}</h2>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Bones count={2} />}
      {scores?.length === 0 && <p className="hint">{text('workers.notScored')}</p>}
      <ul className="rows">
        {scores?.map((score) => (
          <li className="row-line" key={score.id}>
            <Link to={`/gap-scores/${worker.id}/${score.roleProfile.id}`}>{score.roleProfile.name}</Link>
            <Readiness score={score} />
            <Qualified answer={score.qualified} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Assessments({ worker }: { worker: Worker }) {
  const text = useText();
  const { data, error, refetch } = useGetList<AssessmentSummary>('assessments', {
    filter: { workerId: worker.id },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 20 },
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="section">
      <h2>{text('assessments.title')}</h2>
      <ul className="rows">
        {data.map((assessment) => (
          <li className="row-line" key={assessment.id}>
            {assessment.state === 'draft' ? (
              <span>{assessment.roleProfileName}</span>
            ) : (
              <Link to={`/assessments/${assessment.id}/show`}>{assessment.roleProfileName}</Link>
            )}
            <span className="hint">
              {text(`assessments.states.${assessment.state}`)} ·{' '}
              {text('assessments.answeredOf', {
                answered: assessment.answered,
                questions: assessment.questions,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
