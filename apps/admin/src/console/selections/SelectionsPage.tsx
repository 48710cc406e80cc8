import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { useCuration } from '../curation/useCuration.ts';
import { NotFound } from '../layout/dead-ends.tsx';
import { Empty, Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { StayOrGo } from '../layout/StayOrGo.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { isChanging, useItems, useReleases } from '../providers/queries.ts';
import type { Item, Occupation, Release, Selection } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { PendingEdits } from './PendingEdits.tsx';
import {
  type Area,
  cellKey,
  cellsToSend,
  countAt,
  type Counts,
  countsOf,
  edited,
  refusedCells,
  toggled,
  viewOf,
  withSent,
} from './selectionModel.ts';
import { selectionsKey, useOccupations, useSelections } from './selectionQueries.ts';
import { SelectionGrid } from './SelectionGrid.tsx';
import '../list/list.css';
import '../teams/matrix/matrix.css';
import './selections.css';

/** Which occupation selects which KSA: read of any release, edited in bulk of a draft. */
export default function SelectionsPage() {
  const text = useText();
  const { id = '' } = useParams();
  const releases = useReleases();
  const release = releases.data?.find((each) => each.id === id);
  const occupations = useOccupations(id);
  const items = useItems(id, release !== undefined && isChanging(release));
  const selections = useSelections(id);
  const failed = [releases, occupations, items, selections].find(({ error }) => error !== null);
  const crumbs = [{ to: '/releases', label: text('releases.title') }];
  if (releases.data !== undefined && release === undefined) return <NotFound />;
  if (failed !== undefined)
    return (
      <Page title={text('selections.title')} crumbs={crumbs}>
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      </Page>
    );
  if (
    release === undefined ||
    occupations.data === undefined ||
    items.data === undefined ||
    selections.data === undefined
  )
    return <PageSkeleton />;
  const hasOccupations = occupations.data.length > 0;
  const hasKsas = items.data.some(({ kind }) => kind === 'ksa');
  return (
    <Page
      title={text('selections.heading', { label: release.label })}
      here={text('selections.title')}
      crumbs={[
        ...crumbs,
        { to: `/releases/${id}`, label: text('releases.release', { label: release.label }) },
      ]}
      provenance={text('selections.provenance', {
        occupations: occupations.data.length,
        ksas: release.ksaCount,
        selections: selections.data.length,
      })}
    >
      {!hasOccupations || !hasKsas ? (
        <NothingToSelect {...{ release, hasOccupations, hasKsas }} />
      ) : (
        <Matrix
          release={release}
          occupations={occupations.data}
          items={items.data}
          selections={selections.data}
        />
      )}
    </Page>
  );
}

interface NothingToSelectProps {
  release: Release;
  hasOccupations: boolean;
  hasKsas: boolean;
}

/** Rows or columns are missing: what is, and where it is added. */
function NothingToSelect({ release: { id, label, state }, hasOccupations, hasKsas }: NothingToSelectProps) {
  const text = useText();
  const mayCurate = useMay('releases', 'edit');
  const isEditable = mayCurate && state === 'draft';
  return (
    <Empty
      title={text('selections.nothing')}
      action={
        isEditable && (
          <div className="actions">
            {!hasOccupations && (
              <Link className="button" to={`/occupations?release=${id}`}>
                {text('selections.toOccupations')}
              </Link>
            )}
            {!hasKsas && (
              <Link className="button" to={`/framework?release=${id}`}>
                {text('releases.editTree')}
              </Link>
            )}
          </div>
        )
      }
    >
      {text(`selections.${hasOccupations ? 'noKsas' : hasKsas ? 'noOccupations' : 'neither'}`, { label })}
    </Empty>
  );
}

interface MatrixProps {
  release: Release;
  occupations: readonly Occupation[];
  items: readonly Item[];
  selections: readonly Selection[];
}

const ORIGIN: Area = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };
const NOTHING: Counts = new Map();

function Matrix({ release, occupations, items, selections }: MatrixProps) {
  const text = useText();
  const notify = useNotify();
  const mayCurate = useMay('releases', 'edit');
  const isEditable = mayCurate && release.state === 'draft';
  const [filter, setFilter] = useState({ occupation: '', ksa: '', area: '' });
  const [area, setArea] = useState(ORIGIN);
  const [pending, setPending] = useState(NOTHING);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const save = useCuration<{ changed: number }>();
  const queryClient = useQueryClient();
  const stored = useMemo(() => countsOf(selections), [selections]);
  const view = useMemo(() => viewOf(occupations, items, filter), [occupations, items, filter]);
  const clamped = clamp(area, view.rows.length, view.columns.length);
  const saving = save.isPending;
  // While cells are being saved it is not known what will be stored: whatever is edited meanwhile stays until it is.
  const change = (edits: ReadonlyMap<string, number>) =>
    setPending((before) => (saving ? new Map([...before, ...edits]) : edited(stored, before, edits)));
  const count = useCallback((key: string) => countAt(stored, pending, key), [stored, pending]);
  const narrow = (part: Partial<typeof filter>) => {
    setFilter({ ...filter, ...part });
    setArea(ORIGIN);
  };
  // What is stored by now, by this reader or somebody else, may be what was wanted here.
  useEffect(() => {
    if (!saving) setPending((before) => edited(stored, before, before));
  }, [stored, saving]);

  const submit = (reason: string) => {
    const cells = cellsToSend(stored, pending);
    save.mutate(
      { method: 'PATCH', path: `/api/releases/${release.id}/selections`, body: { cells, reason } },
      {
        onSuccess: ({ data }) => {
          queryClient.setQueryData<Selection[]>(selectionsKey(release.id), (before) =>
            before === undefined ? before : withSent(before, cells),
          );
          setRefused(new Map());
          notify(text('selections.saved', { smart_count: data.changed }), { type: 'success' });
        },
        onError: (error) => {
          if (error instanceof ApiProblem) setRefused(refusedCells(cells, error.errors));
        },
      },
    );
  };
  const areas = [...new Map(occupations.map((each) => [each.technologyArea, each.technologyAreaName]))];
  const [row, column] = [view.rows[clamped.to.row], view.columns[clamped.to.column]];
  return (
    <>
      <div className="filters">
        <Search
          label={text('selections.occupation')}
          value={filter.occupation}
          change={(occupation) => narrow({ occupation })}
        />
        <label className="field">
          <span>{text('occupations.fields.technologyArea')}</span>
          <select value={filter.area} onChange={(event) => narrow({ area: event.target.value })}>
            <option value="">{text('occupations.allAreas')}</option>
            {areas.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Search label={text('selections.ksa')} value={filter.ksa} change={(ksa) => narrow({ ksa })} />
      </div>
      {isEditable && <p className="hint selection-keys">{text('selections.keys')}</p>}
      {row === undefined || column === undefined ? (
        <p className="list-none">{text('list.noMatch')}</p>
      ) : (
        <div className="matrix selection-matrix">
          <SelectionGrid
            view={view}
            area={clamped}
            setArea={setArea}
            count={count}
            stateOf={(key) => (refused.has(key) ? 'refused' : pending.has(key) ? 'edited' : null)}
            edit={
              isEditable ? { toggle: (keys) => change(toggled(stored, pending, keys)), set: change } : null
            }
          />
          <div className="matrix-strip">
            <p role="status">
              <strong>
                {row.title} · {column.code} {column.title}
              </strong>
              <span>{spelled(count(cellKey(row.id, column.id)))}</span>
            </p>
          </div>
        </div>
      )}
      {pending.size > 0 && (
        <PendingEdits
          {...{ occupations, items, stored, pending, refused }}
          undo={(keys) => {
            change(new Map(keys.map((key) => [key, stored.get(key) ?? 0])));
            setRefused((before) => new Map([...before].filter(([key]) => !keys.includes(key))));
          }}
          save={submit}
          saving={saving}
          error={save.error}
        />
      )}
      <StayOrGo unsaved={pending.size > 0}>
        {text('selections.leaveWhat', { smart_count: pending.size })}
      </StayOrGo>
    </>
  );

  function spelled(times: number): string {
    return times === 0 ? text('releases.notSelected') : text('releases.selected', { smart_count: times });
  }
}

function Search({ label, value, change }: { label: string; value: string; change: (value: string) => void }) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type="search" value={value} onChange={(event) => change(event.target.value)} />
    </label>
  );
}

/** Rows may have gone while the area stood on them. */
function clamp({ from, to }: Area, rows: number, columns: number): Area {
  const within = ({ row, column }: Area['to']) => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  });
  return { from: within(from), to: within(to) };
}
