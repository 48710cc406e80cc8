import { DataSource, getMetadataArgsStorage } from 'typeorm';
import type { Config } from '../config/config.ts';

/** Longer than any request should take: a runaway statement must not hold a connection of the pool. */
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Connection options of the API's role, for TypeORM's pool and for the single clients that listen. */
export function appConnection(config: Config): { connectionString: string; options?: string } {
  return {
    connectionString: config.databaseUrl,
    ...(config.appRole === null ? {} : { options: `-c role=${config.appRole}` }),
  };
}

/** Every entity that the loaded features declare; the schema itself is made by the migrations alone. */
export function appDataSource(config: Config): DataSource {
  const { connectionString, options } = appConnection(config);
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    entities: getMetadataArgsStorage().tables.map((table) => table.target),
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolSize: config.poolSize,
    applicationName: 'skills-api',
    extra: {
      ...(options === undefined ? {} : { options }),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
    // A connection that breaks while it is idle is replaced by the pool; without a listener it would end the process.
    poolErrorHandler: () => undefined,
  });
}
