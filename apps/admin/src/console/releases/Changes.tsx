import { useId, useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { Link, useSearchParams } from 'react-router';
import { download } from '../curation/download.ts';
import { useCuration } from '../curation/useCuration.ts';
import { WordMarks } from '../curation/WordMarks.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { inWords } from '../providers/problem.ts';
import type { ItemChange, ItemSide, OccupationChange, Release, ReleaseDiff } from '../providers/records.ts';
import { useText, type MessageKey } from '../providers/useText.ts';
import { ITEM_CHANGES, comparedWith } from './releaseModel.ts';
import { useDiff } from './releaseQueries.ts';

interface ChangesProps {
  release: Release;
  releases: readonly Release[];
}

/** What differs from another release, kind by kind, with the words that changed marked. */
export function Changes({ release, releases }: ChangesProps) {
  const text = useText();
  const selectId = useId();
  const [asked, ask] = useSearchParams();
  const others = releases.filter(({ id }) => id !== release.id);
  const from = others.find(({ id }) => id === asked.get('from'))?.id ?? comparedWith(release, releases);
  const diff = useDiff(release.id, from);
  const mayCurate = useMay('releases', 'edit');
  if (others.length === 0) return <p className="hint release-part">{text('releases.nothingToCompare')}</p>;
  return (
    <div className="release-part">
      <div className="compare-head">
        <div className="field">
          <label htmlFor={selectId}>{text('releases.compareWith')}</label>
          <select id={selectId} value={from ?? ''} onChange={(event) => ask({ from: event.target.value })}>
            {from === null && <option value="">{text('releases.choose')}</option>}
            {others.map(({ id, label, framework, frameworkId, state }) => (
              <option key={id} value={id}>
                {[
                  text('releases.release', { label }),
                  text(`releases.states.${state}`),
                  ...(frameworkId === release.frameworkId ? [] : [framework]),
                ].join(' · ')}
              </option>
            ))}
          </select>
        </div>
        {diff.data !== undefined && <CsvButton diff={diff.data} />}
      </div>
      {from === null ? (
        <p className="hint">{text('releases.choose')}</p>
      ) : diff.error !== null ? (
        <Failure error={diff.error} retry={() => void diff.refetch()} />
      ) : diff.data === undefined ? (
        <Bones />
      ) : (
        <Differences
          diff={diff.data}
          canRestore={mayCurate && release.state === 'draft' && from === release.basedOn}
        />
      )}
    </div>
  );
}

function CsvButton({ diff }: { diff: ReleaseDiff }) {
  const text = useText();
  const notify = useNotify();
  const { from, to } = diff;
  const save = () =>
    download(
      `/api/releases/${to.id}/diff?from=${from.id}&format=csv`,
      `changes-${from.label}-${to.label}.csv`,
    ).catch((error: unknown) => notify(inWords(error), { type: 'error' }));
  return (
    <button className="button button-quiet" type="button" onClick={() => void save()}>
      {text('releases.csv')}
    </button>
  );
}

/** The first of each kind are shown; the file has all. */
const SHOWN = 200;

function Differences({ diff, canRestore }: { diff: ReleaseDiff; canRestore: boolean }) {
  const text = useText();
  const { items, areas, occupations, selections } = diff;
  if (items.length + areas.length + occupations.length + selections.length === 0)
    return <p role="status">{text('releases.counts.none')}</p>;
  return (
    <>
      <ul className="change-counts">
        {ITEM_CHANGES.map((kind) => [kind, items.filter((change) => change.kind === kind).length] as const)
          .filter(([, count]) => count > 0)
          .map(([kind, count]) => (
            <li key={kind}>
              <a href={`#changes-${kind}`}>{text(`releases.counts.${kind}`, { smart_count: count })}</a>
            </li>
          ))}
        {areas.length > 0 && (
          <li>
            <a href="#changes-areas">{text('releases.counts.areas', { smart_count: areas.length })}</a>
          </li>
        )}
        {occupations.length > 0 && (
          <li>
            <a href="#changes-occupations">
              {text('releases.counts.occupations', { smart_count: occupations.length })}
            </a>
          </li>
        )}
        {selections.length > 0 && (
          <li>
            <a href="#changes-selections">
              {text('releases.counts.selections', { smart_count: selections.length })}
            </a>
          </li>
        )}
      </ul>
      {ITEM_CHANGES.map((kind) => (
        <Group
          key={kind}
          id={`changes-${kind}`}
          title={text(`releases.kinds.${kind}`)}
          rows={items.filter((change) => change.kind === kind)}
          show={(change) => (
            <>
              <ItemChangeRow change={change} />
              {canRestore && <Restore change={change} releaseId={diff.to.id} />}
            </>
          )}
        />
      ))}
      <Group
        id="changes-areas"
        title={text('releases.kinds.areas')}
        rows={areas}
        show={({ kind, code, before, after }) => (
          <>
            <p>
              {after ?? before} <span className="provenance">{code}</span>{' '}
              <span className="tag tag-muted">{text(`releases.areaKinds.${kind}`)}</span>
            </p>
            {kind === 'renamed' && (
              <p className="log-field">
                <WordMarks before={before ?? ''} after={after ?? ''} />
              </p>
            )}
          </>
        )}
      />
      <Group
        id="changes-occupations"
        title={text('releases.kinds.occupations')}
        rows={occupations}
        show={(change) => <OccupationChangeRow change={change} />}
      />
      <Group
        id="changes-selections"
        title={text('releases.kinds.selections')}
        rows={selections}
        show={({ occupation, technologyArea, ksaCode, ksa, before, after }) => (
          <>
            <p>
              {occupation} <span className="provenance">{technologyArea}</span>
            </p>
            <p className="hint">
              {ksaCode} {ksa}: {countWords(before)} → {countWords(after)}
            </p>
          </>
        )}
      />
    </>
  );

  function countWords(count: number): string {
    return count === 0 ? text('releases.notSelected') : text('releases.selected', { smart_count: count });
  }
}

interface GroupProps<Row> {
  id: string;
  title: string;
  rows: readonly Row[];
  show: (row: Row) => ReactNode;
}

function Group<Row>({ id, title, rows, show }: GroupProps<Row>) {
  const text = useText();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section className="section" id={id}>
      <h2>
        {title} <span className="group-count">{rows.length}</span>
      </h2>
      <ul className="rows changes">
        {(all ? rows : rows.slice(0, SHOWN)).map((row, place) => (
          <li key={place}>{show(row)}</li>
        ))}
      </ul>
      {!all && rows.length > SHOWN && (
        <button className="button button-quiet" type="button" onClick={() => setAll(true)}>
          {text('releases.showAll', { count: rows.length })}
        </button>
      )}
    </section>
  );
}

/** What a draft has ended can be brought back into it, as the release has it that the draft began from. */
function Restore({ change: { kind, before, after }, releaseId }: { change: ItemChange; releaseId: string }) {
  const text = useText();
  const notify = useNotify();
  const restore = useCuration();
  if (kind !== 'retired' && kind !== 'split' && kind !== 'merged') return null;
  const ended = before.filter(({ lineage }) => !after.some((side) => side.lineage === lineage));
  return (
    <div className="actions">
      {ended.map(({ lineage, title, code }) => (
        <button
          key={lineage}
          className="link-button"
          type="button"
          disabled={restore.isPending}
          onClick={() =>
            restore.mutate(
              {
                method: 'POST',
                path: `/api/releases/${releaseId}/items/restore`,
                body: { lineage, reason: '' },
              },
              {
                onSuccess: () => notify(text('releases.restored', { name: title }), { type: 'success' }),
                onError: (error) => notify(inWords(error), { type: 'error' }),
              },
            )
          }
        >
          {text('releases.restore', { name: `${code} ${title}` })}
        </button>
      ))}
    </div>
  );
}

const ItemLink = ({ side }: { side: ItemSide }) => (
  <Link to={`/framework/${side.id}`}>
    {side.code} {side.title}
  </Link>
);

const ItemLinks = ({ sides }: { sides: readonly ItemSide[] }) => (
  <>
    {sides.map((side, place) => (
      <span key={side.id}>
        {place > 0 && ', '}
        <ItemLink side={side} />
      </span>
    ))}
  </>
);

function ItemChangeRow({ change }: { change: ItemChange }) {
  const text = useText();
  const { kind, before, after, fields, follows } = change;
  const [was] = before;
  const [is] = after;
  switch (kind) {
    case 'added':
      return (
        <>
          <p>
            <ItemLinks sides={after} />
          </p>
          <p className="hint">
            {is !== undefined && text(`framework.kinds.${is.kind}`)}
            {is?.parentCode != null && ` · ${text('releases.under', { code: is.parentCode })}`}
          </p>
        </>
      );
    case 'reworded':
      return (
        <>
          <p>
            <ItemLinks sides={after} />
          </p>
          {was !== undefined &&
            is !== undefined &&
            fields.map((field) => (
              <p className="log-field" key={field}>
                <span className="hint">{text(`curation.fields.${field}`)}</span>{' '}
                {field === 'provisional' ? (
                  text(is.provisional ? 'releases.nowProvisional' : 'releases.nowSettled')
                ) : (
                  <WordMarks before={was[field] ?? ''} after={is[field] ?? ''} />
                )}
              </p>
            ))}
        </>
      );
    case 'moved':
    case 'recoded':
      return (
        <>
          <p>
            <ItemLinks sides={after} />
          </p>
          <p className="hint">
            {text(kind === 'moved' ? 'releases.movedFrom' : 'releases.recodedFrom', {
              from: (kind === 'moved' ? was?.parentCode : was?.code) ?? '–',
              to: (kind === 'moved' ? is?.parentCode : is?.code) ?? '–',
              was: was?.code ?? '',
            })}
          </p>
        </>
      );
    case 'ordered':
      return (
        <>
          <p>
            <ItemLinks sides={after} />
          </p>
          <p className="hint">
            {follows === null
              ? text('releases.orderedFirst')
              : text('releases.orderedAfter', { name: `${follows.code} ${follows.title}` })}
          </p>
        </>
      );
    case 'split':
    case 'merged':
      return (
        <>
          <p>
            <ItemLinks sides={before} />
          </p>
          <p>
            {text(kind === 'split' ? 'releases.splitInto' : 'releases.mergedInto')}{' '}
            <ItemLinks sides={after} />
          </p>
        </>
      );
    case 'retired':
      return (
        <>
          <p>
            <ItemLinks sides={before} />
          </p>
          <p className="hint">
            {after.length === 0 ? (
              text('releases.replacedByNothing')
            ) : (
              <>
                {text('releases.replacedBy')} <ItemLinks sides={after} />
              </>
            )}
          </p>
        </>
      );
  }
}

const OCCUPATION_FIELDS = ['title', 'technologyArea', 'definition', 'selectedBy', 'roleFamily'] as const;

function OccupationChangeRow({ change: { kind, before, after } }: { change: OccupationChange }) {
  const text = useText();
  const [was] = before;
  const [is] = after;
  const shown = kind === 'retired' ? was : is;
  return (
    <>
      <p>
        {shown !== undefined && <Link to={`/occupations/${shown.id}/show`}>{shown.title}</Link>}{' '}
        <span className="provenance">{shown?.technologyArea}</span>{' '}
        <span className="tag tag-muted">{text(`releases.occupationKinds.${kind}` satisfies MessageKey)}</span>
      </p>
      {kind === 'changed' &&
        was !== undefined &&
        is !== undefined &&
        OCCUPATION_FIELDS.filter((field) => was[field] !== is[field]).map((field) => (
          <p className="log-field" key={field}>
            <span className="hint">{text(`curation.fields.${field}`)}</span>{' '}
            <WordMarks before={String(was[field] ?? '')} after={String(is[field] ?? '')} />
          </p>
        ))}
      {kind === 'retired' && (
        <p className="hint">
          {after.length === 0
            ? text('releases.replacedByNothing')
            : `${text('releases.replacedBy')} ${after.map(({ title }) => title).join(', ')}`}
        </p>
      )}
    </>
  );
}
