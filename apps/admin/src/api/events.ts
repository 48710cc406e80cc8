import { authorizedFetch } from './client.ts';
import { EventBlocks, type ServerEvent } from './eventBlocks.ts';
import { onSessionChange, sessionState } from './session.ts';

/** `reconnected` is this page's own: something may have happened while the stream was away, so look again. */
export type PageEvent = ServerEvent | { type: 'reconnected' };

const listeners = new Set<(event: PageEvent) => void>();
let running: AbortController | null = null;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

function tell(event: PageEvent): void {
  for (const listener of listeners) listener(event);
}

/** Waits out the back-off, or less: the network's return is a reason to try at once. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

/** EventSource cannot send a bearer header, so the stream is read from a fetch. */
async function readStream(signal: AbortSignal, opened: () => void): Promise<void> {
  const response = await authorizedFetch(
    new Request('/api/events', { headers: { accept: 'text/event-stream' }, signal }),
  );
  if (!response.ok || response.body === null) throw new Error(`event stream: ${response.status}`);
  opened();
  const blocks = new EventBlocks();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    for (const event of blocks.push(value)) tell(event);
  }
}

async function keepReading(signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  let before = false;
  while (!signal.aborted && sessionState() !== 'signed-out') {
    try {
      await readStream(signal, () => {
        wait = FIRST_WAIT_MS;
        if (before) tell({ type: 'reconnected' });
        before = true;
      });
    } catch {
      // Away; the loop comes back.
    }
    // A random part keeps a thousand phones from coming back in the same second after a restart.
    await pause(wait * (0.5 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

function start(): void {
  if (running !== null || listeners.size === 0) return;
  const controller = new AbortController();
  running = controller;
  void keepReading(controller.signal).finally(() => {
    if (running === controller) running = null;
  });
}

// Signing in again starts the stream again; signing out ends it at its next turn.
onSessionChange(() => {
  if (sessionState() === 'signed-out') running?.abort();
  else start();
});

/** One stream a page, however many listen; it is open while somebody does. */
export function onServerEvent(listener: (event: PageEvent) => void): () => void {
  listeners.add(listener);
  start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    running?.abort();
    running = null;
  };
}
