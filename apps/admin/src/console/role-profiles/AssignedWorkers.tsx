import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { day } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { RoleAssignment, RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Who is held against this profile; without anybody, the next step. */
export function AssignedWorkers({ profile }: { profile: RoleProfile }) {
  const text = useText();
  const { data, error, isPending, refetch } = useGetList<RoleAssignment>('role-assignments', {
    filter: { roleProfileId: profile.id },
    sort: { field: 'workerName', order: 'ASC' },
    pagination: { page: 1, perPage: 500 },
  });
  return (
    <section>
      <div className="section-head">
        <h2>{text('roleProfiles.assigned', { smart_count: data?.length ?? 0 })}</h2>
        {profile.publishedVersion !== null && <Link to="/workers">{text('roleProfiles.toWorkers')}</Link>}
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Bones count={2} />}
      {data?.length === 0 && (
        <p className="hint">
          {text(profile.publishedVersion === null ? 'roleProfiles.publishFirst' : 'roleProfiles.nobodyYet')}
        </p>
      )}
      <ul className="rows">
        {data?.map((assignment) => (
          <li className="row-line" key={assignment.id}>
            <Link to={`/gap-scores/${assignment.workerId}/${profile.id}`}>{assignment.workerName}</Link>
            <span className="hint">{text('roleProfiles.since', { date: day(assignment.assignedAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
