import { z } from 'zod';

export interface Config {
  readonly port: number;
  /** The demonstration's personas sign in without a password: unless told otherwise only this machine is served. */
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly ownerDatabaseUrl: string;
  /** Set when one login does both: the API's connections then work as this role. */
  readonly appRole: string | null;
  /** One proxy stands before us, and its X-Forwarded-For is believed. */
  readonly trustProxy: boolean;
  readonly poolSize: number;
  readonly redisUrl: string | null;
  readonly process: 'all' | 'api' | 'worker';
  readonly demonstration: boolean;
  /** PEM (PKCS 8) of an Ed25519 key; without it the installation makes one and keeps it in its database. */
  readonly jwtPrivateKey: string | null;
  readonly pagesFolder: string;
  readonly dataFolder: string;
}

export const CONFIG = Symbol('CONFIG');

/** The one login that does both works as this role after migrating. */
const SHARED_LOGIN_ROLE = 'skills_app';

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

const ENVIRONMENT = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .max(65535, 'must be a port: 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url('http', 'https')
    .refine((value) => new URL(value).pathname === '/', 'must be an origin, without a path')
    .optional(),
  TRUST_PROXY: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  DATABASE_URL: url('postgres', 'postgresql'),
  OWNER_DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_POOL: z.coerce.number('must be a number').int().min(1).max(200).default(10),
  REDIS_URL: url('redis', 'rediss').optional(),
  PROCESS: z.enum(['all', 'api', 'worker'], 'must be all, api or worker').default('all'),
  DEMONSTRATION: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  JWT_PRIVATE_KEY: z
    .string()
    .includes('PRIVATE KEY', { error: 'must be the PEM text of an Ed25519 private key' })
    .optional(),
  PAGES_FOLDER: z.string().default('dist/apps/admin'),
  DATA_FOLDER: z.string().default('data'),
});

/** Stops the start; the message names every variable that is wrong, and never shows its value (it may be a secret). */
export class ConfigError extends Error {}

export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable is one that a shell or a compose file left unset.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = ENVIRONMENT.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, code, message }) => {
      const name = path.join('.');
      return `${name} ${code === 'invalid_type' && !(name in given) ? 'must be set' : message}`;
    });
    throw new ConfigError(faults.join('; '));
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).origin,
    trustProxy: settings.TRUST_PROXY === 'yes',
    databaseUrl: settings.DATABASE_URL,
    ownerDatabaseUrl: settings.OWNER_DATABASE_URL ?? settings.DATABASE_URL,
    appRole: settings.OWNER_DATABASE_URL === undefined ? SHARED_LOGIN_ROLE : null,
    poolSize: settings.DATABASE_POOL,
    redisUrl: settings.REDIS_URL ?? null,
    process: settings.PROCESS,
    demonstration: settings.DEMONSTRATION === 'yes',
    jwtPrivateKey: settings.JWT_PRIVATE_KEY?.replaceAll('\\n', '\n') ?? null,
    pagesFolder: settings.PAGES_FOLDER,
    dataFolder: settings.DATA_FOLDER,
  };
}
