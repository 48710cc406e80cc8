import { join, resolve } from 'node:path';
import { freePort } from '#local/postgres/server';
import { testDatabase } from '#support/database';
import { start } from '../../apps/api/src/main.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ServedPages {
  readonly origin: string;
  close(): Promise<void>;
}

/** The product with its demonstration and the built pages, on the spec file's own database. */
export async function servedPages(): Promise<ServedPages> {
  const { appUrl, ownerUrl } = await testDatabase();
  const port = await freePort();
  const product = await start({
    environment: {
      DATABASE_URL: appUrl,
      OWNER_DATABASE_URL: ownerUrl,
      PORT: String(port),
      DEMONSTRATION: 'yes',
      DATA_FOLDER: join(ROOT, 'data'),
      PAGES_FOLDER: join(ROOT, 'dist/apps/admin'),
    },
    report: () => undefined,
  });
  return { origin: `http://localhost:${port}`, close: () => product.close() };
}
