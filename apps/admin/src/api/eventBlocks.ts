/** An event of the server: its type, and what the publisher said of it. */
export interface ServerEvent {
  type: string;
  [field: string]: unknown;
}

/** Cuts a text/event-stream into its events; a block may come in several chunks, a chunk hold several blocks. */
export class EventBlocks {
  #rest = '';

  push(chunk: string): ServerEvent[] {
    const blocks = (this.#rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const event = parse(block);
      return event === null ? [] : [event];
    });
  }
}

function parse(block: string): ServerEvent | null {
  let type = '';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    // A line that begins with a colon is a comment: the server's heartbeat.
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    if (field === 'data') data.push(value);
  }
  if (type === '' && data.length === 0) return null;
  let fields: unknown = null;
  try {
    fields = JSON.parse(data.join('\n'));
  } catch {
    // An event without JSON is still an event: its type is what pages listen for.
  }
  const object = (typeof fields === 'object' && fields !== null ? fields : {}) as Record<string, unknown>;
  const named = typeof object['type'] === 'string' ? object['type'] : 'message';
  return { ...object, type: type || named };
}
