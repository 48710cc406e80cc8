import { useListPaginationContext } from 'react-admin';
import { useText } from '../providers/useText.ts';

/** "26 to 50 of 132", and the way back and on. Nothing at all when everything is on the page. */
export function Pages() {
  const text = useText();
  const { page, perPage, total, setPage, isPending } = useListPaginationContext();
  if (isPending || total === undefined || total <= perPage) return null;
  const first = (page - 1) * perPage + 1;
  const last = Math.min(page * perPage, total);
  return (
    <nav className="pages" aria-label={text('list.pages')}>
      <span role="status">{text('list.range', { first, last, total })}</span>
      <button
        className="button button-quiet"
        type="button"
        disabled={page <= 1}
        onClick={() => setPage(page - 1)}
      >
        {text('list.previous')}
      </button>
      <button
        className="button button-quiet"
        type="button"
        disabled={last >= total}
        onClick={() => setPage(page + 1)}
      >
        {text('list.next')}
      </button>
    </nav>
  );
}
