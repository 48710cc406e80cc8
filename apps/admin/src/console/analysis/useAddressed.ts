import { useSearchParams } from 'react-router';

/** What is chosen on a page, kept in its address: it outlives a reload, and can be sent to somebody. */
export function useAddressed(key: string): [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return [search.get(key), set];
}
