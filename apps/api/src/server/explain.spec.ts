import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { testDatabase } from '#support/database';
import { start } from '../main.ts';
import { explain } from './explain.ts';

const refusal = async (environment: Record<string, string>): Promise<string> => {
  try {
    const product = await start({ environment, report: () => undefined });
    await product.close();
    return 'started';
  } catch (error) {
    return explain(error);
  }
};

let taken: Server;
let environment: { DATABASE_URL: string; OWNER_DATABASE_URL: string; PORT: string; DATA_FOLDER: string };

beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  taken = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => taken.once('listening', listening));
  const { port } = taken.address() as { port: number };
  environment = {
    DATABASE_URL: appUrl,
    OWNER_DATABASE_URL: ownerUrl,
    PORT: String(port),
    DATA_FOLDER: import.meta.dirname,
  };
});
afterAll(() => new Promise((closed) => taken.close(closed)));

const other = (url: string, change: (url: URL) => void): string => {
  const changed = new URL(url);
  change(changed);
  return changed.href;
};

describe('what stands in the way of a start is said in one line, with what to do', () => {
  it('a port that is taken', async () => {
    expect(await refusal(environment)).toBe(
      'The port is taken. Stop what listens there, or set PORT to another one. (EADDRINUSE)',
    );
  });

  it('a database that does not answer', async () => {
    const OWNER_DATABASE_URL = other(environment.OWNER_DATABASE_URL, (url) => (url.port = '1'));
    expect(await refusal({ ...environment, OWNER_DATABASE_URL })).toMatch(/^The database does not answer\./);
  });

  it('a database that does not exist', async () => {
    const OWNER_DATABASE_URL = other(environment.OWNER_DATABASE_URL, (url) => (url.pathname = '/nowhere'));
    expect(await refusal({ ...environment, OWNER_DATABASE_URL })).toMatch(/^There is no such database\./);
  });

  it('a configuration that is not valid', async () => {
    expect(await refusal({ ...environment, PROCESS: 'web' })).toBe(
      'The configuration is not valid: PROCESS must be all, api or worker.',
    );
  });

  it('a login above row-level security', async () => {
    const { adminUrl } = await testDatabase();
    expect(await refusal({ ...environment, DATABASE_URL: adminUrl })).toMatch(
      /exempt from row-level security/,
    );
  });
});
