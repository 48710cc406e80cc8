import { ConfigError } from '#platform/config/config';

/** What to do about what commonly stands in the way of a start; by the code of the system, the network or PostgreSQL. */
const REMEDIES: Record<string, string> = {
  EADDRINUSE: 'The port is taken. Stop what listens there, or set PORT to another one.',
  EACCES: 'The port may not be opened by this user. Set PORT to one above 1023.',
  ECONNREFUSED: 'The database does not answer. Start it, or correct DATABASE_URL.',
  ENOTFOUND: 'The database’s host name is not known. Correct DATABASE_URL.',
  ETIMEDOUT: 'The database does not answer in time. Check the network, or DATABASE_URL.',
  '28P01': 'The database refuses the password. Correct DATABASE_URL (and OWNER_DATABASE_URL).',
  '28000': 'The database refuses this login. Correct DATABASE_URL, or pg_hba.conf.',
  '3D000': 'There is no such database. Create it, or correct DATABASE_URL.',
  '42501':
    'The migrating login lacks a right. OWNER_DATABASE_URL must name the owner of the database, with CREATEROLE.',
  '55P03':
    'A migration could not have its lock within two seconds. Start again when the database is less busy.',
};

/** One line: what is wrong, and what to do. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration is not valid: ${error.message}.`;
  const code = codeOf(error);
  const remedy = code === undefined ? undefined : REMEDIES[code];
  const message = error instanceof Error ? error.message : String(error);
  return remedy === undefined ? `The start failed: ${message}` : `${remedy} (${code})`;
}

/** Node gathers the failures of several addresses, and TypeORM wraps the driver's own error. */
function codeOf(error: unknown): string | undefined {
  const { code, driverError, errors } = (error ?? {}) as {
    code?: unknown;
    driverError?: unknown;
    errors?: unknown[];
  };
  if (typeof code === 'string') return code;
  if (driverError !== undefined) return codeOf(driverError);
  return errors?.map(codeOf).find((found) => found !== undefined);
}
