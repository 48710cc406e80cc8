import { join } from 'node:path';
import { freePort } from '#local/postgres/server';
import { Client } from './client.ts';
import { start } from '../../apps/api/src/main.ts';
import { testDatabase } from '../support/database.ts';

export interface Served {
  readonly origin: string;
  readonly nobody: Client;
  close(): Promise<void>;
}

/** The whole product with its demonstration, in this process, on the spec file's own database. */
export async function served(environment: Record<string, string> = {}): Promise<Served> {
  const { appUrl, ownerUrl } = await testDatabase();
  const port = await freePort();
  const product = await start({
    environment: {
      DATABASE_URL: appUrl,
      OWNER_DATABASE_URL: ownerUrl,
      PORT: String(port),
      DEMONSTRATION: 'yes',
      DATA_FOLDER: join(import.meta.dirname, '../../data'),
      ...environment,
    },
    report: () => undefined,
  });
  const origin = `http://127.0.0.1:${port}`;
  return { origin, nobody: new Client(origin), close: () => product.close() };
}
