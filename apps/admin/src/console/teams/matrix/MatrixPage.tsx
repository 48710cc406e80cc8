import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { day } from '../../../look/numbers.ts';
import { Empty, Failure } from '../../layout/Notice.tsx';
import { Page } from '../../layout/Page.tsx';
import { PageSkeleton } from '../../layout/PageSkeleton.tsx';
import type { SkillsMatrix } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { useSkillsMatrix } from '../groupQueries.ts';
import { CellStrip } from './CellStrip.tsx';
import { Legend } from './Legend.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import type { Place } from '../../grid/place.ts';
import { matrixView } from './matrixModel.ts';
import { RingSprites } from './RingSprites.tsx';
import './matrix.css';

/** A team's workers by KSAs: attained inside, required as ring, marks for what expires, totals at the edge. */
export default function MatrixPage() {
  const text = useText();
  const { id = '' } = useParams();
  const { data, error, refetch } = useSkillsMatrix(id);
  const crumbs = [{ to: '/teams', label: text('teams.title') }];
  if (error !== null && data === undefined)
    return (
      <Page title={text('matrix.title')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined) return <PageSkeleton />;
  const name = data.group.team?.name ?? '';
  return (
    <Page
      title={text('matrix.heading', { name })}
      here={text('matrix.title')}
      crumbs={[...crumbs, { to: `/teams/${id}/show`, label: name }]}
      provenance={text('matrix.provenance', {
        workers: text('teams.workers', { smart_count: data.workers.id.length }),
        ksas: text('matrix.ksas', { smart_count: data.ksas.length }),
        policy: text('matrix.policy', { name: data.policy.name, version: data.policy.version }),
        date: day(data.asOf),
      })}
    >
      {data.workers.id.length === 0 || data.ksas.length === 0 ? (
        <Nothing workers={data.workers.id.length} />
      ) : (
        <Matrix data={data} />
      )}
    </Page>
  );
}

function Matrix({ data }: { data: SkillsMatrix }) {
  const view = useMemo(() => matrixView(data), [data]);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  // Somebody may have left the team meanwhile.
  const focused = {
    row: Math.min(place.row, view.rows - 1),
    column: Math.min(place.column, view.columns - 1),
  };
  return (
    <div className="matrix">
      <Legend maxLevel={data.scale.maxLevel} />
      <RingSprites maxLevel={data.scale.maxLevel} />
      <MatrixGrid view={view} focused={focused} setFocused={setPlace} />
      <CellStrip view={view} place={focused} />
    </div>
  );
}

function Nothing({ workers }: { workers: number }) {
  const text = useText();
  return (
    <Empty
      title={text(workers === 0 ? 'matrix.nobody' : 'matrix.nothing')}
      action={
        <Link className="button" to="/workers">
          {text('groups.toWorkers')}
        </Link>
      }
    >
      {text(workers === 0 ? 'matrix.nobodyYet' : 'matrix.nothingYet')}
    </Empty>
  );
}
