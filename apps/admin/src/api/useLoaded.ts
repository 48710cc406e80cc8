import { useCallback, useEffect, useRef, useState } from 'react';
import { onServerEvent, type PageEvent } from './events.ts';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  /** `error`: a later reload failed; what is on screen is still the last answer. */
  | { state: 'ready'; data: T; error: unknown };

/**
 * Loads by `key`, again when an event concerns it. An answer that was overtaken by a newer question is dropped;
 * what is on screen stays while its successor is on the way.
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  concerns?: (event: PageEvent) => boolean,
): [Loaded<T>, () => void] {
  const [held, setHeld] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { state: 'loading' } });
  const [round, setRound] = useState(0);
  const latest = useRef({ load, concerns });
  useEffect(() => {
    latest.current = { load, concerns };
  });

  useEffect(() => {
    const controller = new AbortController();
    latest.current.load(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setHeld({ key, loaded: { state: 'ready', data, error: null } });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setHeld((before) =>
          before.key === key && before.loaded.state === 'ready'
            ? { key, loaded: { ...before.loaded, error } }
            : { key, loaded: { state: 'failed', error } },
        );
      },
    );
    return () => controller.abort();
  }, [key, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);

  const listens = concerns !== undefined;
  useEffect(() => {
    if (!listens) return undefined;
    return onServerEvent((event) => {
      if (event.type === 'reconnected' || latest.current.concerns?.(event)) reload();
    });
  }, [listens, reload]);

  return [held.key === key ? held.loaded : { state: 'loading' }, reload];
}
