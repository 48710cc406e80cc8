import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.ts';
import { testDatabase } from '../support/database.ts';

/** An organisation of its own, and the context of its administrator: for specs of services, below HTTP. */
export async function aTenant(name = 'An organisation'): Promise<RequestContext> {
  const tenantId = uuidv7();
  const admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
  try {
    await admin.query(
      `insert into organisation (tenant_id, name, slug, kind, created_at) values ($1, $2, $3, 'manufacturer', now())`,
      [tenantId, name, tenantId],
    );
  } finally {
    await admin.end();
  }
  const actor = {
    userId: null,
    name: 'Administrator',
    roles: ['employer-administrator'],
    workerNo: null,
    workerId: null,
  } as const;
  return { tenantId, requestId: 'spec', now: new Date('2026-03-01T08:00:00Z'), actor };
}
