import { Link } from 'react-router';
import { day } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { User } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function UserList() {
  const text = useText();
  const mayInvite = useMay('users', 'create');
  const invite = mayInvite && (
    <Link className="button" to="/users/create">
      {text('users.invite')}
    </Link>
  );
  const columns: Column<User>[] = [
    { key: 'name', label: text('users.fields.name'), sortBy: 'name', cell: ({ name }) => name },
    { key: 'email', label: text('users.fields.email'), cell: ({ email }) => email },
    {
      key: 'roles',
      label: text('users.fields.roles'),
      cell: ({ roles }) => roles.map((role) => text(`users.roles.${role}`)).join(', '),
    },
    {
      key: 'createdAt',
      label: text('users.fields.createdAt'),
      sortBy: 'createdAt',
      cell: ({ createdAt }) => day(createdAt),
    },
  ];
  return (
    <Page title={text('users.title')} provenance={text('users.provenance')} actions={invite}>
      <RecordList<User>
        resource="users"
        label={text('users.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        empty={<Empty title={text('users.none')} action={invite} />}
      />
    </Page>
  );
}
