import pg from 'pg';

/** A statement's name is its identity on a connection: it is parsed and planned there once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The tenant, for one transaction. */
export const SCOPE: Statement = { name: 'tenant_scope', text: `select set_config('app.tenant', $1, true)` };

interface BindMessage {
  portal: string;
  statement: string;
  values: readonly unknown[];
  binary: boolean;
  valueMapper: (value: unknown) => unknown;
}

/** The parts of pg's connection that a query speaks to; the typings keep them to themselves. */
export interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: BindMessage): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

interface QueryInternals {
  name: string;
  text: string;
  prepare(connection: Wire): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
}

const QueryBase = pg.Query as unknown as new (
  config: { name: string; text: string },
  values: unknown[],
  callback: (error: Error | undefined, result: pg.QueryResult) => void,
) => QueryInternals;

/**
 * Sends the tenant and the query under one Sync: PostgreSQL takes both as one implicit transaction, so the setting
 * (local to it) holds for exactly this query, and the cost is one round trip instead of four. The row-level policy
 * needs the setting before the query is planned, which is why it cannot be a CTE of the query itself.
 */
export class ScopedQuery extends QueryBase {
  private scoping = false;
  private readonly main: Statement;
  private readonly tenantId: string;

  constructor(
    tenantId: string,
    statement: Statement,
    values: readonly unknown[],
    callback: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    super({ name: statement.name, text: statement.text }, [...values], callback);
    this.main = statement;
    this.tenantId = tenantId;
  }

  override prepare(connection: Wire): void {
    if (!connection.parsedStatements[SCOPE.name] && !connection.submittedNamedStatements[SCOPE.name]) {
      connection.parse(SCOPE);
      connection.submittedNamedStatements[SCOPE.name] = SCOPE.text;
    }
    connection.bind({
      portal: '',
      statement: SCOPE.name,
      values: [this.tenantId],
      binary: false,
      valueMapper: String,
    });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
    // pg's client notes a ParseComplete under the active query's name: until the scope's statement has completed,
    // that name is the scope's. Otherwise a query whose own parsing fails would be remembered as parsed.
    this.enter(SCOPE, true);
  }

  override handleDataRow(message: unknown): void {
    if (!this.scoping) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.scoping) this.enter(this.main, false);
    else super.handleCommandComplete(message, connection);
  }

  override handleError(error: Error, connection: Wire): void {
    // Whatever was sent but not parsed before the error was skipped by the server up to the Sync.
    const { submittedNamedStatements: submitted } = connection;
    for (const { name } of [SCOPE, this.main]) Reflect.deleteProperty(submitted, name);
    this.enter(this.main, false);
    super.handleError(error, connection);
  }

  private enter(statement: Statement, scoping: boolean): void {
    this.name = statement.name;
    this.text = statement.text;
    this.scoping = scoping;
  }
}
