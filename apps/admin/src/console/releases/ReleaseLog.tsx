import { useMemo } from 'react';
import { LogEntry } from '../curation/LogEntry.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useItems } from '../providers/queries.ts';
import { useAddressed } from '../providers/useAddressed.ts';
import { useText } from '../providers/useText.ts';
import { logPageSize, useReleaseLog } from './releaseQueries.ts';

/** Who changed what in the release, when and why; the newest first. @param itemsOf the release that words its items */
export function ReleaseLog({ releaseId, itemsOf }: { releaseId: string; itemsOf: string | undefined }) {
  const text = useText();
  const [asked, ask] = useAddressed('page');
  const page = Math.max(1, Math.trunc(Number(asked)) || 1);
  const log = useReleaseLog(releaseId, page - 1);
  const { data: items = [] } = useItems(itemsOf, true);
  const names = useMemo(
    () => new Map(items.map(({ lineage, code, title }) => [lineage, `${code} ${title}`])),
    [items],
  );
  if (log.error !== null) return <Failure error={log.error} retry={() => void log.refetch()} />;
  if (log.data === undefined) return <Bones />;
  const { rows, total } = log.data;
  if (total === 0) return <p className="hint release-part">{text('releases.noLog')}</p>;
  const first = (page - 1) * logPageSize + 1;
  return (
    <div className="release-part">
      <ul className="rows log">
        {rows.map((change) => (
          <LogEntry
            key={change.id}
            change={change}
            name={names.get(change.lineage ?? '')}
            withRelease={false}
          />
        ))}
      </ul>
      {total > logPageSize && (
        <nav className="pages" aria-label={text('list.pages')}>
          <span role="status">{text('list.range', { first, last: first + rows.length - 1, total })}</span>
          <button
            className="button button-quiet"
            type="button"
            disabled={page === 1}
            onClick={() => ask(String(page - 1))}
          >
            {text('list.previous')}
          </button>
          <button
            className="button button-quiet"
            type="button"
            disabled={first + rows.length > total}
            onClick={() => ask(String(page + 1))}
          >
            {text('list.next')}
          </button>
        </nav>
      )}
    </div>
  );
}
