/**
 * Records that somebody is typing into. A refetch of such a record would wipe the typed text, or quietly move the
 * version so that no 412 ever comes; so the live updates wait until the form is left.
 */
const held = new Map<string, number>();
const waiting = new Map<string, () => void>();

const keyOf = (resource: string, id: string): string => `${resource}/${id}`;

export function holdForEditing(resource: string, id: string): () => void {
  const key = keyOf(resource, id);
  held.set(key, (held.get(key) ?? 0) + 1);
  return () => {
    const count = (held.get(key) ?? 1) - 1;
    if (count > 0) {
      held.set(key, count);
      return;
    }
    held.delete(key);
    const refresh = waiting.get(key);
    waiting.delete(key);
    refresh?.();
  };
}

export const isEdited = (resource: string, id: string): boolean => held.has(keyOf(resource, id));

/** Runs at once, or when the last form of the record is left; of several that wait the last one runs. */
export function whenNotEdited(resource: string, id: string, refresh: () => void): void {
  if (isEdited(resource, id)) waiting.set(keyOf(resource, id), refresh);
  else refresh();
}
