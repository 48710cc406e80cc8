import { startTransition, useOptimistic } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/**
 * What is chosen on a page, kept in its address: it outlives a reload, and can be sent to somebody. The address is drawn
 * later than it changes: the choice shows at once, and is added to the address as that stands, not as it was last drawn.
 */
export function useAddressed(key: string): [string | null, (value: string | null) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [chosen, showChosen] = useOptimistic(search.get(key));
  const choose = (value: string | null) =>
    startTransition(async () => {
      showChosen(value);
      const next = new URLSearchParams(window.location.search);
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
      await navigate({ search: next.toString() }, { replace: true });
    });
  return [chosen, choose];
}
