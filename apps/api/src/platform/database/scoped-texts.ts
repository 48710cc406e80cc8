import { SCOPE, type Statement, type Wire } from './scoped-query.ts';

/** Arrays are of ids and numbers alone: of what needs no quotes. */
export type TextParameter = string | number | null | readonly (string | number | null)[];

type Callback = (error: Error | undefined, texts: (string | null)[]) => void;

/**
 * The tenant and a query of one column of text under one Sync, as `ScopedQuery` has it, for what is read most. The rows
 * are not described (there is nothing to tell of one column of text) and no result is built around them: that is a third
 * of what a query costs this side of the line.
 */
export class ScopedTexts {
  /** pg's client notes a ParseComplete under these: see `ScopedQuery`. */
  name = SCOPE.name;
  text = SCOPE.text;
  private readonly found: (string | null)[] = [];

  constructor(
    private readonly tenantId: string,
    private readonly main: Statement,
    private readonly values: readonly TextParameter[],
    readonly callback: Callback,
  ) {}

  submit(connection: Wire): null {
    connection.stream.cork();
    try {
      this.send(connection, SCOPE, [this.tenantId]);
      this.send(connection, this.main, this.values);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.name === this.main.name) this.found.push(fields[0] ?? null);
  }

  handleCommandComplete(): void {
    this.name = this.main.name;
    this.text = this.main.text;
  }

  handleError(error: Error, connection: Wire): void {
    // Whatever was sent but not parsed before the error was skipped by the server up to the Sync.
    const { submittedNamedStatements: submitted } = connection;
    for (const { name } of [SCOPE, this.main]) Reflect.deleteProperty(submitted, name);
    this.callback(error, []);
  }

  handleReadyForQuery(): void {
    this.callback(undefined, this.found);
  }

  private send(connection: Wire, { name, text }: Statement, values: readonly TextParameter[]): void {
    const { parsedStatements: parsed, submittedNamedStatements: submitted } = connection;
    if (!parsed[name] && !submitted[name]) {
      connection.parse({ name, text });
      submitted[name] = text;
    }
    connection.bind({ portal: '', statement: name, values, binary: false, valueMapper });
    connection.execute({ portal: '', rows: 0 });
  }
}

function valueMapper(value: unknown): string | null {
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  return typeof value === 'number' ? String(value) : (value as string | null);
}

function element(value: unknown): string {
  const text = valueMapper(value) ?? 'null';
  if (!/^[\w-]+$/.test(text)) throw new Error('An array of texts that need quotes was given as a parameter.');
  return text;
}
