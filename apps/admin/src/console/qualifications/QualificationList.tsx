import { useState } from 'react';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { Qualified } from '../gap-scores/Readiness.tsx';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import type { QualificationOnDay, RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { RatingsBehind } from './RatingsBehind.tsx';
import { Summary } from './Summary.tsx';
import '../layout/check.css';
import './qualifications.css';

const answers = ['yes', 'no', 'not-yet-known'] as const;
/** More roles than these are found by the API's own lists; a choice of thousands is none. */
const mostRoles = 500;

/** Who of a role was qualified on a day, as known then and as known now, and by which ratings. */
export default function QualificationList() {
  const text = useText();
  const today = new Date().toISOString().slice(0, 10);
  const [chosen, setChosen] = useState<string | null>(null);
  const [on, setOn] = useState(today);
  const [differing, setDiffering] = useState(false);
  const {
    data: roles,
    error,
    refetch,
  } = useGetList<RoleProfile>('role-profiles', {
    pagination: { page: 1, perPage: mostRoles },
    sort: { field: 'name', order: 'ASC' },
  });
  const published = roles?.filter(({ publishedVersion }) => publishedVersion !== null);
  const roleProfileId = chosen ?? published?.[0]?.id;
  return (
    <Page title={text('qualifications.title')} provenance={text('qualifications.provenance')}>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {published === undefined && error === null && <Bones />}
      {published?.length === 0 && (
        <Empty
          title={text('qualifications.noRole')}
          action={
            <Link className="button" to="/role-profiles">
              {text('menu.roleProfiles')}
            </Link>
          }
        >
          {text('qualifications.noRoleYet')}
        </Empty>
      )}
      {published !== undefined && roleProfileId !== undefined && (
        <>
          <div className="filters">
            <label className="field">
              <span>{text('qualifications.role')}</span>
              <select value={roleProfileId} onChange={(event) => setChosen(event.target.value)}>
                {published.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{text('qualifications.on')}</span>
              <input
                type="date"
                value={on}
                max={today}
                required
                onChange={(event) => {
                  if (event.target.validity.valid) setOn(event.target.value);
                }}
              />
            </label>
          </div>
          <Summary roleProfileId={roleProfileId} on={on} />
          <label className="check">
            <input
              type="checkbox"
              checked={differing}
              onChange={(event) => setDiffering(event.target.checked)}
            />
            {text('qualifications.onlyDiffering')}
          </label>
          <Rows roleProfileId={roleProfileId} on={on} differing={differing} />
        </>
      )}
    </Page>
  );
}

function Rows({ roleProfileId, on, differing }: { roleProfileId: string; on: string; differing: boolean }) {
  const text = useText();
  const columns: Column<QualificationOnDay>[] = [
    {
      key: 'worker',
      label: text('qualifications.worker'),
      sortBy: 'workerName',
      cell: ({ worker, roleProfile, differs }) => (
        <>
          <Link to={`/gap-scores/${worker.id}/${roleProfile.id}`}>{worker.name}</Link>
          {differs && <span className="tag tag-expiry differs">{text('qualifications.differs')}</span>}
        </>
      ),
    },
    {
      key: 'then',
      label: text('qualifications.asKnownThen'),
      cell: ({ then }) => <Qualified answer={then.answer} />,
    },
    {
      key: 'now',
      label: text('qualifications.asKnownNow'),
      cell: ({ now }) => <Qualified answer={now.answer} />,
    },
    {
      key: 'behind',
      label: text('qualifications.behind'),
      cell: (qualification) => <RatingsBehind qualification={qualification} />,
    },
  ];
  return (
    <RecordList<QualificationOnDay>
      key={`${roleProfileId} ${on} ${differing}`}
      resource="qualifications"
      label={text('qualifications.title')}
      columns={columns}
      sort={{ field: 'workerName', order: 'ASC' }}
      filter={{ roleProfileId, on, ...(differing && { differs: true }) }}
      filters={
        <div className="filters">
          <SearchFilter label={text('qualifications.search')} />
          <ChoiceFilter
            label={text('qualifications.asKnownThen')}
            source="answer"
            all={text('gaps.everyAnswer')}
            choices={answers.map((answer) => ({ value: answer, label: text(`gaps.answers.${answer}`) }))}
          />
        </div>
      }
      empty={
        <p className="list-none">
          {text(differing ? 'qualifications.noneDiffers' : 'qualifications.nobody')}
        </p>
      }
    />
  );
}
