import { SCOPE, type Statement, type Wire } from './scoped-query.ts';

export type TextParameter = string | number | null;

type Callback = (error: Error | undefined, text: string | null | undefined) => void;

/**
 * The tenant and a query of one text under one Sync, as `ScopedQuery` has it, for what is read most. The row is not
 * described (there is nothing to tell of one column of text) and no result is built around it: that is a third of what
 * a query costs this side of the line. The text of the last row; undefined when there is none.
 */
export class ScopedText {
  /** pg's client notes a ParseComplete under these: see `ScopedQuery`. */
  name = SCOPE.name;
  text = SCOPE.text;
  private found: string | null | undefined;

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
    if (this.name === this.main.name) this.found = fields[0];
  }

  handleCommandComplete(): void {
    this.name = this.main.name;
    this.text = this.main.text;
  }

  handleError(error: Error, connection: Wire): void {
    // Whatever was sent but not parsed before the error was skipped by the server up to the Sync.
    const { submittedNamedStatements: submitted } = connection;
    for (const { name } of [SCOPE, this.main]) Reflect.deleteProperty(submitted, name);
    this.callback(error, undefined);
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

const valueMapper = (value: unknown) => (typeof value === 'number' ? String(value) : value);
