import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { Crosswalk } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function CrosswalkList() {
  const text = useText();
  const mayCreate = useMay('crosswalks', 'create');
  const create = mayCreate && (
    <Link className="button" to="/crosswalks/create">
      {text('crosswalks.add')}
    </Link>
  );
  const columns: Column<Crosswalk>[] = [
    {
      key: 'to',
      label: text('crosswalks.fields.to'),
      sortBy: 'to',
      cell: ({ id, to }) => <Link to={`/crosswalks/${id}/show`}>{to.framework}</Link>,
    },
    {
      key: 'from',
      label: text('crosswalks.fields.from'),
      wideOnly: true,
      cell: ({ from }) => from.framework,
    },
    {
      key: 'title',
      label: text('crosswalks.fields.title'),
      sortBy: 'title',
      cell: ({ title }) => title,
    },
    {
      key: 'associationCount',
      label: text('crosswalks.fields.associations'),
      sortBy: 'associationCount',
      numeric: true,
      cell: ({ associationCount }) => associationCount,
    },
  ];
  return (
    <Page title={text('crosswalks.title')} provenance={text('crosswalks.provenance')} actions={create}>
      <RecordList<Crosswalk>
        resource="crosswalks"
        label={text('crosswalks.title')}
        columns={columns}
        sort={{ field: 'to', order: 'ASC' }}
        empty={
          <Empty title={text('crosswalks.none')} action={create}>
            {text('crosswalks.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
