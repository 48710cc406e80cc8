import pg from 'pg';
import { codeOf, Fault, messageOf } from './fault.ts';

const OLDEST_POSTGRES = 15;
const CONNECT_TIMEOUT_MS = 5_000;

/** Whether the database that a variable names can be worked with: found out before anything is built upon it. */
export async function assertReachable(variable: string, value: string): Promise<void> {
  const { host, user, database } = parts(variable, value);
  const client = new pg.Client({ connectionString: value, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // What breaks later is told by the query that meets it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < OLDEST_POSTGRES) {
      throw new Fault(
        `${variable}: the server at ${host} is PostgreSQL ${major}.`,
        `The product needs PostgreSQL ${OLDEST_POSTGRES} or newer.`,
      );
    }
  } catch (error) {
    throw error instanceof Fault ? error : explain(error, { variable, host, user, database });
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Parts {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

function parts(variable: string, value: string): Parts {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Fault(
      `${variable} is not the address of a PostgreSQL database.`,
      `It looks like this: ${variable}=postgres://user:password@host:5432/database`,
    );
  }
  return {
    host: url.host === '' ? 'the local socket' : `${url.hostname}:${url.port === '' ? '5432' : url.port}`,
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username),
  };
}

function explain(error: unknown, { variable, host, user, database }: Parts & { variable: string }): Fault {
  const message = messageOf(error);
  const fault = (reason: string, remedy: string) => new Fault(`${variable}: ${reason}`, remedy, error);
  switch (codeOf(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return fault(`there is no host of the name in ${host}.`, `Correct the host in ${variable}.`);
    case 'ECONNREFUSED':
    case 'ENOENT':
      return fault(
        `no PostgreSQL listens at ${host}.`,
        `Start it, or correct the host and port in ${variable}.`,
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return fault(
        `${host} does not answer.`,
        `Correct the host and port in ${variable}, or open the way to it.`,
      );
    case '28P01':
    case '28000':
      return fault(
        `${host} refuses the user "${user}" (${message}).`,
        `Correct the user and password in ${variable}.`,
      );
    case '3D000':
      return fault(
        `there is no database "${database}" at ${host}.`,
        `Make it (createdb ${database}), or correct ${variable}.`,
      );
    case '42501':
      return fault(
        `the user "${user}" may not use the database "${database}".`,
        `Grant it CONNECT, or correct ${variable}.`,
      );
    case '53300':
      return fault(`${host} has no connection left.`, 'Raise its max_connections, or end what holds them.');
    default:
      return /timeout/i.test(message)
        ? fault(
            `${host} does not answer.`,
            `Correct the host and port in ${variable}, or open the way to it.`,
          )
        : fault(`${host} cannot be used (${message}).`, `Correct ${variable}, or the server.`);
  }
}
