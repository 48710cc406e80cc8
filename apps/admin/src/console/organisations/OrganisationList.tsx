import { Link } from 'react-router';
import { day } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { Organisation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function OrganisationList() {
  const text = useText();
  const mayCreate = useMay('organisations', 'create');
  const create = mayCreate && (
    <Link className="button" to="/organisations/create">
      {text('organisations.add')}
    </Link>
  );
  const columns: Column<Organisation>[] = [
    {
      key: 'name',
      label: text('organisations.fields.name'),
      sortBy: 'name',
      cell: ({ name }) => name,
    },
    {
      key: 'kind',
      label: text('organisations.fields.kind'),
      cell: ({ kind }) => text(`organisations.kinds.${kind}`),
    },
    {
      key: 'createdAt',
      label: text('organisations.fields.createdAt'),
      sortBy: 'createdAt',
      cell: ({ createdAt }) => day(createdAt),
    },
  ];
  return (
    <Page title={text('organisations.title')} provenance={text('organisations.provenance')} actions={create}>
      <RecordList<Organisation>
        resource="organisations"
        label={text('organisations.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        empty={
          <Empty title={text('organisations.none')} action={create}>
            {text('organisations.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
