import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { list } from '../../api/client.ts';
import { LogEntry } from '../curation/LogEntry.tsx';
import type { ReleaseChange } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const SHOWN = 5;

/** What happened to the item in every release that the reader may see; nothing where nothing has. */
export function ItemHistory({ itemId }: { itemId: string }) {
  const text = useText();
  const [count, setCount] = useState(SHOWN);
  const { data } = useQuery({
    queryKey: ['items', itemId, 'changes', count],
    queryFn: ({ signal }) =>
      list<ReleaseChange>(`/api/items/${itemId}/changes`, { range: [0, count - 1] }, signal),
    placeholderData: (before) => before,
  });
  if (data === undefined || data.total === 0) return null;
  return (
    <section className="item-part">
      <h3>{text('framework.history')}</h3>
      <ul className="rows log">
        {data.rows.map((change) => (
          <LogEntry key={change.id} change={change} name={undefined} withRelease />
        ))}
      </ul>
      {data.total > data.rows.length && (
        <button className="link-button" type="button" onClick={() => setCount(Math.min(1000, data.total))}>
          {text('framework.wholeHistory', { smart_count: data.total })}
        </button>
      )}
    </section>
  );
}
