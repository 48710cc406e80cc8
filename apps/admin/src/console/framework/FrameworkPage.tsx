import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import { get } from '../../api/client.ts';
import { day } from '../../look/numbers.ts';
import { etag, useCuration } from '../curation/useCuration.ts';
import { NotFound } from '../layout/dead-ends.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { isChanging, useItems } from '../providers/queries.ts';
import type { DraftItem, Item, ItemDetail, Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { AddItem } from './editing/AddItem.tsx';
import { inTree } from './editing/itemWording.ts';
import { MergeItems } from './editing/MergeItems.tsx';
import { MoveItem } from './editing/MoveItem.tsx';
import { FrameworkSearch } from './FrameworkSearch.tsx';
import { FrameworkTree, type TreeEditing } from './FrameworkTree.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { ReleasePicker } from './ReleasePicker.tsx';
import { stepAmongSiblings, type Place } from './treeDrag.ts';
import { useChosenRelease } from './useChosenRelease.ts';
import '../curation/curation.css';
import './framework.css';

/** Tree left, detail right; the address names the item, so that it can be sent to somebody. */
export default function FrameworkPage() {
  const text = useText();
  const { itemId } = useParams();
  const { releases, release, error, retry } = useChosenRelease(itemId);
  const items = useItems(release?.id, release != null && isChanging(release));
  const failed = error ?? items.error;
  if (failed !== null)
    return (
      <Page title={text('framework.title')}>
        <Failure error={failed} retry={() => (error === null ? void items.refetch() : retry())} />
      </Page>
    );
  if (release === undefined || releases === undefined || (release !== null && items.data === undefined))
    return <PageSkeleton />;
  // The address names a release that is not there for this reader.
  if (release === null && releases.length > 0) return <NotFound />;
  if (release === null || items.data === undefined)
    return (
      <Page title={text('framework.title')}>
        <p>{text('framework.noRelease')}</p>
      </Page>
    );
  return (
    <ReleaseTree key={release.id} release={release} releases={releases} items={items.data} itemId={itemId} />
  );
}

interface ReleaseTreeProps {
  release: Release;
  releases: readonly Release[];
  items: readonly Item[];
  itemId: string | undefined;
}

function ReleaseTree({ release, releases, items, itemId }: ReleaseTreeProps) {
  const text = useText();
  const navigate = useNavigate();
  const mayCurate = useMay('framework', 'edit');
  const isEditable = mayCurate && release.state === 'draft';
  const search = release.isCurrent ? '' : `?release=${release.id}`;
  const open = (id: string | null) => void navigate(`/framework${id === null ? '' : `/${id}`}${search}`);
  const curating = useTreeEditing(items);
  const { framework, publisher, licence, label, publishedOn, ksaCount, occupationCount } = release;
  return (
    <Page
      title={framework}
      provenance={text('framework.provenance', {
        label,
        publisher,
        date: publishedOn === null ? text(`releases.states.${release.state}`) : day(publishedOn),
        ksaCount,
        occupationCount,
        licence,
      })}
      actions={
        <Link className="button button-quiet" to={`/releases/${release.id}`}>
          {text('framework.toRelease')}
        </Link>
      }
    >
      <div className="framework-head">
        <ReleasePicker
          releases={releases}
          value={release.id}
          change={(id) => void navigate(`/framework?release=${id}`)}
        />
        {isEditable && <DraftTools releaseId={release.id} items={items} curating={curating} open={open} />}
      </div>
      <FrameworkSearch release={release} />
      <div className="framework" data-chosen={itemId !== undefined}>
        <FrameworkTree
          items={items}
          selected={itemId}
          select={open}
          editing={isEditable ? curating.editing : null}
        />
        <section className="framework-detail" aria-label={text('framework.detail')} aria-live="polite">
          {itemId === undefined ? (
            <p className="hint">{text(isEditable ? 'framework.chooseToEdit' : 'framework.choose')}</p>
          ) : (
            <ItemPanel
              key={itemId}
              id={itemId}
              release={release}
              editing={isEditable ? { items, open } : null}
              back={`/framework${search}`}
            />
          )}
        </section>
      </div>
      <p className="provenance framework-attribution">{release.attribution}</p>
      {curating.refused !== null && (
        <MoveItem
          item={curating.refused.item}
          to={curating.refused.to}
          items={items}
          close={curating.dismiss}
        />
      )}
    </Page>
  );
}

interface Curating {
  editing: TreeEditing;
  setPicked: (picked: ReadonlySet<string> | null) => void;
  /** A move that was refused: asked again in words, with where it was to go. */
  refused: { item: ItemDetail; to: Place } | null;
  dismiss: () => void;
}

const NO_STEPS: ReadonlyMap<string, number> = new Map();

function useTreeEditing(items: readonly Item[]): Curating {
  const text = useText();
  const notify = useNotify();
  const move = useCuration<DraftItem>();
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [steps, setSteps] = useState<ReadonlyMap<string, number>>(NO_STEPS);
  const [moved, setMoved] = useState<{ id: string; version: number } | null>(null);
  const [refused, setRefused] = useState<Curating['refused']>(null);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  // Not by the callbacks of `mutate`: of several under way it calls those of the last alone.
  const send = (item: Item, to: Place) =>
    void move
      .mutateAsync({
        method: 'POST',
        path: `/api/items/${item.id}/move`,
        ifMatch: etag(item.version),
        body: { parentId: to.parentId, ...(to.before === null ? {} : { before: to.before }), reason: '' },
      })
      .then(
        ({ data }) => {
          setMoved({ id: data.id, version: data.version });
          notify(text('framework.editing.moved', { name: inTree(data) }), { type: 'success' });
        },
        () => {
          setSteps(NO_STEPS);
          notify(text('framework.editing.moveRefused', { name: item.title }), { type: 'error' });
          void get<ItemDetail>(`/api/items/${item.id}`).then(
            (now) => setRefused((before) => before ?? { item: now, to }),
            () => undefined,
          );
        },
      );

  // A key held down is pressed faster than answers come: what was pressed meanwhile is one move, once the last one shows.
  const isShown = moved === null || (byId.get(moved.id)?.version ?? moved.version) >= moved.version;
  const goOn = useEffectEvent(() => {
    const [[id, count] = ['', 0], ...others] = steps;
    setSteps(new Map(others));
    const item = byId.get(id);
    const place = item === undefined ? null : stepAmongSiblings(items, item, count);
    if (item !== undefined && place !== null) send(item, place);
  });
  useEffect(() => {
    if (steps.size > 0 && !move.isPending && isShown) goOn();
  }, [steps, move.isPending, isShown]);

  const editing: TreeEditing = {
    picked,
    move: send,
    step: (item, count) =>
      setSteps((before) => new Map(before).set(item.id, (before.get(item.id) ?? 0) + count)),
    // Only items of one kind become one.
    pick: (item) => {
      const before = [...(picked ?? [])].filter((id) => byId.has(id));
      if (before.some((id) => byId.get(id)?.kind !== item.kind))
        notify(text('framework.editing.pickOneKind'), { type: 'warning' });
      else
        setPicked(
          new Set(before.includes(item.id) ? before.filter((id) => id !== item.id) : [...before, item.id]),
        );
    },
  };
  return { editing, setPicked, refused, dismiss: () => setRefused(null) };
}

interface DraftToolsProps {
  releaseId: string;
  items: readonly Item[];
  curating: Curating;
  open: (itemId: string | null) => void;
}

/** What concerns no single item: a new tier, and several that become one. */
function DraftTools({ releaseId, items, curating, open }: DraftToolsProps) {
  const text = useText();
  const [asked, setAsked] = useState<'tier' | 'merge' | null>(null);
  const { picked } = curating.editing;
  const close = () => setAsked(null);
  const chosen = items.filter(({ id }) => picked?.has(id));
  return (
    <div className="actions draft-tools">
      <button className="button button-quiet" type="button" onClick={() => setAsked('tier')}>
        {text('framework.editing.newTier')}
      </button>
      {picked === null ? (
        <button className="button button-quiet" type="button" onClick={() => curating.setPicked(new Set())}>
          {text('framework.editing.pickSeveral')}
        </button>
      ) : (
        <>
          <button
            className="button"
            type="button"
            disabled={chosen.length < 2}
            onClick={() => setAsked('merge')}
          >
            {text('framework.editing.mergePicked', { smart_count: chosen.length })}
          </button>
          <button className="button button-quiet" type="button" onClick={() => curating.setPicked(null)}>
            {text('framework.editing.stopPicking')}
          </button>
          <p className="hint draft-tools-hint" role="status">
            {text('framework.editing.picking', { count: chosen.length })}
          </p>
        </>
      )}
      {asked === 'tier' && (
        <AddItem
          releaseId={releaseId}
          place={{ kind: 'tier', parent: null, before: null }}
          done={open}
          close={close}
        />
      )}
      {asked === 'merge' && (
        <MergeItems
          releaseId={releaseId}
          merged={chosen}
          done={(id) => {
            curating.setPicked(null);
            open(id);
          }}
          close={close}
        />
      )}
    </div>
  );
}
