import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { BehindNotice } from '../profile-migrations/BehindNotice.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { standing } from './roleProfileModel.ts';

export default function RoleProfileList() {
  const text = useText();
  const mayCreate = useMay('role-profiles', 'create');
  const create = mayCreate && (
    <Link className="button" to="/role-profiles/create">
      {text('roleProfiles.make')}
    </Link>
  );
  const columns: Column<RoleProfile>[] = [
    {
      key: 'name',
      label: text('roleProfiles.fields.name'),
      sortBy: 'name',
      cell: ({ id, name, description }) => (
        <>
          <Link to={`/role-profiles/${id}/show`}>{name}</Link>
          {description !== '' && <span className="second">{description}</span>}
        </>
      ),
    },
    {
      key: 'standing',
      label: text('roleProfiles.fields.standing'),
      cell: (profile) => standing(profile, text),
    },
    {
      key: 'requirements',
      label: text('roleProfiles.fields.requirements'),
      numeric: true,
      cell: ({ requirementCount }) => requirementCount,
    },
  ];
  return (
    <Page title={text('roleProfiles.title')} provenance={text('roleProfiles.provenance')} actions={create}>
      <BehindNotice />
      <RecordList<RoleProfile>
        resource="role-profiles"
        label={text('roleProfiles.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('roleProfiles.search')} />
          </div>
        }
        empty={
          <Empty title={text('roleProfiles.none')} action={create}>
            {text('roleProfiles.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
