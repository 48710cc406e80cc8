import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { onServerEvent } from '../../api/events.ts';
import { isEdited, whenNotEdited } from './editing.ts';
import { effectsOf } from './liveEffects.ts';

/** A job's last word (its state in the ledger) follows its event by a moment. */
const settleMs = 1_500;

/** Nobody presses refresh: what an event makes stale is read anew where it is on screen, but never under a form. */
export function LiveUpdates() {
  const queryClient = useQueryClient();
  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stop = onServerEvent((event) => {
      // The stream was away: anything may have changed, except what is being typed.
      if (event.type === 'reconnected') {
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isOfEditedRecord(queryKey) });
        return;
      }
      for (const { queryKey, record } of effectsOf(event)) {
        const refresh = () => void queryClient.invalidateQueries({ queryKey });
        if (record === undefined) refresh();
        else whenNotEdited(record.resource, record.id, refresh);
      }
      clearTimeout(settling);
      settling = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['jobs'] }), settleMs);
    });
    return () => {
      clearTimeout(settling);
      stop();
    };
  }, [queryClient]);
  return null;
}

/** `[resource, 'getOne', { id }]` is react-admin's own; ours have the id as a string somewhere in the key. */
function isOfEditedRecord(queryKey: readonly unknown[]): boolean {
  const [first] = queryKey;
  if (typeof first !== 'string') return false;
  const resource = first === 'requirements' ? 'role-profiles' : first;
  return queryKey.some((part) => {
    const id = typeof part === 'object' && part !== null && 'id' in part ? part.id : part;
    return typeof id === 'string' && isEdited(resource, id);
  });
}
