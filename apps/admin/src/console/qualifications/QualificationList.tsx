import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { Qualified } from '../gap-scores/Readiness.tsx';
import { DayInput } from '../layout/DayInput.tsx';
import { RecordChoice } from '../layout/Field.tsx';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { ChoiceFilter, SearchFilter, useFilters } from '../list/filters.tsx';
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
  const {
    data: roles,
    error,
    refetch,
  } = useGetList<RoleProfile>('role-profiles', {
    pagination: { page: 1, perPage: mostRoles },
    sort: { field: 'name', order: 'ASC' },
  });
  const published = roles?.filter(({ publishedVersion }) => publishedVersion !== null);
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
      {published?.[0] !== undefined && <Rows first={published[0].id} roles={published} />}
    </Page>
  );
}

type DayFilter = Readonly<{
  roleProfileId: string;
  on: string;
  differs?: boolean;
  q?: string;
  answer?: string;
}>;

/** The first whole year of the domain's instants. */
const EARLIEST = '1932-01-01';
const todayIs = () => new Date().toISOString().slice(0, 10);

/** The role, the day and what of them is shown: all of it filters of the list, so that its address keeps it. */
function Filters({ roles }: { roles: readonly RoleProfile[] }) {
  const text = useText();
  const { filterValues, setFilters } = useFilters<DayFilter>();
  const { roleProfileId, differs = false } = filterValues;
  return (
    <>
      <div className="filters">
        <RecordChoice
          label={text('qualifications.role')}
          records={roles}
          chosen={roleProfileId}
          choose={(chosen) => setFilters({ ...filterValues, roleProfileId: chosen })}
        />
        <label className="field">
          <span>{text('qualifications.on')}</span>
          <DayInput
            value={filterValues.on}
            min={EARLIEST}
            max={todayIs()}
            required
            choose={(day) => {
              if (day !== null) setFilters({ ...filterValues, on: day });
            }}
          />
        </label>
      </div>
      <Summary roleProfileId={roleProfileId} on={filterValues.on} />
      <label className="check">
        <input
          type="checkbox"
          checked={differs}
          onChange={({ target }) => {
            const { differs: _before, ...others } = filterValues;
            setFilters(target.checked ? { ...others, differs: true } : others);
          }}
        />
        {text('qualifications.onlyDiffering')}
      </label>
      <div className="filters">
        <SearchFilter label={text('qualifications.search')} />
        <ChoiceFilter
          label={text('qualifications.asKnownThen')}
          source="answer"
          all={text('gaps.everyAnswer')}
          choices={answers.map((answer) => ({ value: answer, label: text(`gaps.answers.${answer}`) }))}
        />
      </div>
    </>
  );
}

function Nobody() {
  const text = useText();
  const { differs, q, answer } = useFilters<DayFilter>().filterValues;
  if (q !== undefined || answer !== undefined) return <p className="list-none">{text('list.noMatch')}</p>;
  return (
    <p className="list-none">{text(differs ? 'qualifications.noneDiffers' : 'qualifications.nobody')}</p>
  );
}

function Rows({ first, roles }: { first: string; roles: readonly RoleProfile[] }) {
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
      resource="qualifications"
      label={text('qualifications.title')}
      columns={columns}
      sort={{ field: 'workerName', order: 'ASC' }}
      filterDefaultValues={{ roleProfileId: first, on: todayIs() }}
      addressOnly
      filters={<Filters roles={roles} />}
      empty={<Nobody />}
      noMatch={<Nobody />}
    />
  );
}
