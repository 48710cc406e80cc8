import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useRelease } from '../providers/queries.ts';
import type { OwnItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function OwnItemList() {
  const text = useText();
  const mayEdit = useMay('own-items', 'edit');
  const { data: current } = useRelease();
  const release = current?.label ?? '';
  const create = mayEdit && (
    <Link className="button" to="/own-items/create">
      {text('own.add')}
    </Link>
  );
  const columns: Column<OwnItem>[] = [
    {
      key: 'title',
      label: text('own.fields.title'),
      sortBy: 'title',
      cell: ({ id, title, isRetired, document, documentRevision, goneKsas, lostUnder }) => (
        <>
          {mayEdit ? <Link to={`/own-items/${id}`}>{title}</Link> : title}{' '}
          {isRetired && <span className="tag tag-muted">{text('own.retired')}</span>}
          {document !== null && (
            <span className="second">
              {documentRevision === null
                ? document
                : text('own.governed', { document, revision: documentRevision })}
            </span>
          )}
          {goneKsas.length > 0 && (
            <span className="second">{text('own.gone.some', { smart_count: goneKsas.length, release })}</span>
          )}
          {lostUnder !== null && (
            <span className="second">
              {text('own.gone.place', { release, title: lostUnder.title, code: lostUnder.code })}
            </span>
          )}
        </>
      ),
    },
    { key: 'code', label: text('own.fields.code'), sortBy: 'code', cell: ({ code }) => code },
    { key: 'kind', label: text('own.fields.kind'), cell: ({ kind }) => text(`own.kinds.${kind}`) },
    {
      key: 'under',
      label: text('own.fields.under'),
      wideOnly: true,
      cell: ({ under }) => (under === null ? '' : `${under.code} ${under.title}`),
    },
    {
      key: 'ksas',
      label: text('own.fields.ksas'),
      numeric: true,
      wideOnly: true,
      cell: ({ kind, ksas }) => (kind === 'task' ? ksas.length : ''),
    },
  ];
  return (
    <Page title={text('own.title')} provenance={text('own.provenance')} actions={create}>
      <p className="section-text">
        <Link to="/own-occupations">{text('own.toOccupations')}</Link>
      </p>
      <RecordList<OwnItem>
        resource="own-items"
        label={text('own.title')}
        columns={columns}
        sort={{ field: 'code', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('own.search')} />
            <ChoiceFilter
              label={text('own.fields.kind')}
              source="kind"
              all={text('own.allKinds')}
              choices={(['ksa', 'task'] as const).map((kind) => ({
                value: kind,
                label: text(`own.kinds.${kind}`),
              }))}
            />
          </div>
        }
        empty={
          <Empty title={text('own.none')} action={create}>
            {text('own.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
