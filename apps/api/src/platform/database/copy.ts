import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { letOthersGoFirst } from '../context/courtesy.ts';

/** Requests are answered by the same process: whoever reads in bulk gives way this often. */
const LONGEST_TURN_MS = 4;

export type CopyParameter = string | number | null;

/** What a query that copies out sees of pg's connection; the typings keep it to themselves. */
interface Wire {
  readonly stream: { pause(): unknown; resume(): unknown };
  query(text: string): void;
}

/**
 * The rows of a query in COPY's binary format, piece by piece; `take` is done with one, and with its memory, before the
 * next. Others get the event loop in between.
 */
export async function copyOut(
  client: pg.ClientBase,
  query: string,
  parameters: readonly CopyParameter[],
  take: (piece: Buffer) => void,
): Promise<void> {
  const text = `copy (${withLiterals(query, parameters)}) to stdout (format binary)`;
  await new Promise<void>((settle, fail) => {
    client.query(new CopyOut(text, take, settle, fail) as unknown as pg.Submittable);
  });
}

/** Takes rows as pg parses them: a stream in between (`pg-copy-streams`) copies each of them twice more. */
class CopyOut {
  private readonly failures: Error[] = [];
  private turnBegan = performance.now();

  constructor(
    private readonly text: string,
    private readonly take: (piece: Buffer) => void,
    private readonly settle: () => void,
    private readonly fail: (error: Error) => void,
  ) {}

  submit(connection: Wire): void {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, { stream }: Wire): void {
    // What the server has begun to send must be read to its end, or the connection is of no more use.
    if (this.failures.length > 0) return;
    try {
      this.take(chunk);
    } catch (error) {
      this.failures.push(error as Error);
    }
    const turn = performance.now() - this.turnBegan;
    if (turn < LONGEST_TURN_MS) return;
    stream.pause();
    // Whatever else of this piece of the network's is parsed already comes before the turn ends.
    this.turnBegan = Number.POSITIVE_INFINITY;
    letOthersGoFirst(turn, () => {
      this.turnBegan = performance.now();
      stream.resume();
    });
  }

  handleCommandComplete(): void {
    // How many rows there were is known to whoever took them.
  }

  handleReadyForQuery(): void {
    const [failure] = this.failures;
    if (failure === undefined) this.settle();
    else this.fail(failure);
  }

  handleError(error: Error): void {
    this.fail(error);
  }
}

/** @param rows as `CopyWriter` makes them, header and trailer included; not to be changed before this is over */
export async function copyIn(client: pg.ClientBase, into: string, rows: Buffer): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin (format binary)`));
  await new Promise<void>((settle, fail) => {
    stream.once('finish', settle).once('error', fail);
    stream.end(rows);
  });
}

/** COPY knows no parameters: text, whole numbers and null stand in the query itself. */
function withLiterals(query: string, parameters: readonly CopyParameter[]): string {
  return query.replaceAll(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1]));
}

function literal(value: CopyParameter | undefined): string {
  if (value === undefined) throw new Error('A COPY names a parameter that it was not given.');
  if (value === null) return 'null';
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (!Number.isSafeInteger(value)) throw new Error(`A COPY is given whole numbers, not ${value}.`);
  return String(value);
}
