import type { ReactNode } from 'react';
import { ListBase, useListContext, type RaRecord, type SortPayload } from 'react-admin';
import { useIsWide } from '../layout/useIsWide.ts';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useText } from '../providers/useText.ts';
import { Pages } from './Pages.tsx';
import './list.css';

export interface Column<RecordType> {
  key: string;
  label: string;
  sortBy?: string;
  numeric?: boolean;
  /** Left out on a phone, where a row is a card of a few lines. */
  wideOnly?: boolean;
  cell: (record: RecordType) => ReactNode;
}

interface RecordListProps<RecordType> {
  resource: string;
  label: string;
  /** The first column names the record and holds the link to it. */
  columns: readonly Column<RecordType>[];
  sort: SortPayload;
  perPage?: number;
  filter?: Record<string, unknown>;
  filterDefaultValues?: Record<string, unknown>;
  /** Kept in the address only: coming by the menu begins anew. */
  addressOnly?: boolean;
  filters?: ReactNode;
  /** Nothing there at all: what to do first. */
  empty: ReactNode;
  /** Nothing that the filters let through. */
  noMatch?: ReactNode;
}

/** A list of records: react-admin's list controller, drawn as a table, and as cards on a phone. */
export function RecordList<RecordType extends RaRecord>(props: RecordListProps<RecordType>) {
  const { resource, sort, perPage = 25, filter, filterDefaultValues, addressOnly, filters, empty } = props;
  return (
    <ListBase<RecordType>
      resource={resource}
      sort={sort}
      perPage={perPage}
      exporter={false}
      {...(filter === undefined ? {} : { filter })}
      {...(filterDefaultValues === undefined ? {} : { filterDefaultValues })}
      {...(addressOnly && { storeKey: false })}
      empty={empty}
      emptyWhileLoading={false}
    >
      {filters}
      <Rows {...props} />
      <Pages />
    </ListBase>
  );
}

function Rows<RecordType extends RaRecord>({ label, columns, noMatch }: RecordListProps<RecordType>) {
  const text = useText();
  const wide = useIsWide();
  const { data, error, isPending, refetch } = useListContext<RecordType>();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Bones count={8} />;
  if (data.length === 0) return noMatch ?? <p className="list-none">{text('list.noMatch')}</p>;
  return wide ? (
    <TableOf label={label} columns={columns} rows={data} />
  ) : (
    <CardsOf label={label} columns={columns} rows={data} />
  );
}

interface RowsProps<RecordType> {
  label: string;
  columns: readonly Column<RecordType>[];
  rows: readonly RecordType[];
}

function TableOf<RecordType extends RaRecord>({ label, columns, rows }: RowsProps<RecordType>) {
  return (
    <table className="list" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={record.id}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(record)}
                </th>
              ) : (
                <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                  {column.cell(record)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell<RecordType>({ column }: { column: Column<RecordType> }) {
  const { sort, setSort } = useListContext();
  const className = column.numeric ? 'numeric' : undefined;
  if (column.sortBy === undefined) {
    return (
      <th scope="col" className={className}>
        {column.label}
      </th>
    );
  }
  const sorted = sort.field === column.sortBy;
  const next = sorted && sort.order === 'ASC' ? 'DESC' : 'ASC';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={sorted ? (sort.order === 'ASC' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" onClick={() => setSort({ field: column.sortBy ?? column.key, order: next })}>
        {column.label}
        <span aria-hidden="true">{sorted ? (sort.order === 'ASC' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  );
}

function CardsOf<RecordType extends RaRecord>({ label, columns, rows }: RowsProps<RecordType>) {
  const [first, ...rest] = columns.filter((column) => !column.wideOnly);
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((record) => (
        <li key={record.id}>
          <div className="card-name">{first?.cell(record)}</div>
          <dl className="card-facts">
            {rest.map((column) => (
              <div key={column.key}>
                <dt>{column.label}</dt>
                <dd>{column.cell(record)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
