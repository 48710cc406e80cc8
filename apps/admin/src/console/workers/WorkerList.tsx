import { useMemo } from 'react';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { Readiness } from '../gap-scores/Readiness.tsx';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { GapScore, Worker } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const mostScores = 1000;

/** Everybody, with the roles they hold and how ready they are for each. */
export default function WorkerList() {
  const text = useText();
  const mayCreate = useMay('workers', 'create');
  const scores = useScoresByWorker();
  const create = mayCreate && (
    <Link className="button" to="/workers/create">
      {text('workers.add')}
    </Link>
  );
  const columns: Column<Worker>[] = [
    {
      key: 'name',
      label: text('workers.fields.name'),
      sortBy: 'name',
      cell: ({ id, name }) => <Link to={`/workers/${id}/show`}>{name}</Link>,
    },
    {
      key: 'jobTitle',
      label: text('workers.fields.jobTitle'),
      sortBy: 'jobTitle',
      cell: ({ jobTitle }) => jobTitle || '–',
    },
    {
      key: 'roles',
      label: text('workers.fields.roles'),
      cell: ({ id }) => {
        const held = scores.get(id) ?? [];
        if (held.length === 0) return <span className="hint">{text('workers.noRole')}</span>;
        return (
          <ul className="held-roles">
            {held.map((score) => (
              <li key={score.id}>
                <Link to={`/gap-scores/${id}/${score.roleProfile.id}`}>{score.roleProfile.name}</Link>
                <Readiness score={score} />
              </li>
            ))}
          </ul>
        );
      },
    },
  ];
  return (
    <Page title={text('workers.title')} provenance={text('workers.provenance')} actions={create}>
      <RecordList<Worker>
        resource="workers"
        label={text('workers.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('workers.search')} />
          </div>
        }
        empty={
          <Empty title={text('workers.none')} action={create}>
            {text('workers.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}

function useScoresByWorker(): ReadonlyMap<string, readonly GapScore[]> {
  const { data } = useGetList<GapScore>('gap-scores', {
    filter: {},
    sort: { field: 'workerName', order: 'ASC' },
    pagination: { page: 1, perPage: mostScores },
  });
  return useMemo(() => Map.groupBy(data ?? [], (score) => score.worker.id), [data]);
}
