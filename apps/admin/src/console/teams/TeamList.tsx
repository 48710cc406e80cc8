import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { Team } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import './teams.css';

/** The organisation first, then its teams. */
export default function TeamList() {
  const text = useText();
  const mayCreate = useMay('teams', 'create');
  const maySeeMatrix = useMay('groups', 'show');
  const create = mayCreate && (
    <Link className="button" to="/teams/create">
      {text('teams.add')}
    </Link>
  );
  const columns: Column<Team>[] = [
    {
      key: 'name',
      label: text('teams.fields.name'),
      sortBy: 'name',
      cell: ({ id, name }) => <Link to={`/teams/${id}/show`}>{name}</Link>,
    },
    { key: 'site', label: text('teams.fields.site'), sortBy: 'site', cell: ({ site }) => site || '–' },
    {
      key: 'workerCount',
      label: text('teams.fields.workers'),
      sortBy: 'workerCount',
      numeric: true,
      cell: ({ workerCount }) => workerCount,
    },
  ];
  return (
    <Page title={text('teams.title')} provenance={text('teams.provenance')} actions={create}>
      {maySeeMatrix && (
        <p className="panel team-organisation">
          <Link to="/teams/organisation">{text('teams.organisation')}</Link>
          <span className="hint">{text('teams.organisationWhat')}</span>
        </p>
      )}
      <RecordList<Team>
        resource="teams"
        label={text('teams.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('teams.search')} />
          </div>
        }
        empty={
          <Empty title={text('teams.none')} action={create}>
            {text('teams.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
