import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Client, eventually } from '#builders/client';
import { type Served, served } from '#builders/served';
import { testDatabase } from '#support/database';
import type {
  AssessmentDto,
  AssessmentSummaryDto,
} from '../../apps/api/src/assessments/dto/assessment.dto.ts';
import type { AssignedRoleDto } from '../../apps/api/src/assessments/dto/role-assignment.dto.ts';
import type { CreatedOrganisationDto } from '../../apps/api/src/identity/dto/organisation.dto.ts';
import type { RoleProfileDto } from '../../apps/api/src/roles/dto/role-profile.dto.ts';
import type { CreatedWorkerDto } from '../../apps/api/src/workforce/dto/worker.dto.ts';
import { badInput, type Situation } from './bad-input-cases.ts';

async function aSituation(nobody: Client): Promise<Situation> {
  const employer = await nobody.persona('employer-administrator');
  const hire = (by: Client, email: string) =>
    by.succeed<CreatedWorkerDto>('POST', '/workers', { body: { name: 'Nia Okoro', email } });
  const hired = await hire(employer, 'nia@example-drives.example');
  const workerId = hired.body.id;
  const worker = await nobody.join(hired.body.invitationLink!);
  const profiles = await employer.get<RoleProfileDto[]>('/role-profiles');
  const roleProfileId = profiles.find(({ name }) => name === 'Cell 4 robot technician')!.id;
  const other = profiles.find(({ id }) => id !== roleProfileId)!.id;
  const assign = async (to: string) => {
    const body = { workerId, roleProfileId: to };
    const assigned = await employer.succeed<AssignedRoleDto>('POST', '/role-assignments', { body });
    const assessment = await worker.get<AssessmentDto>(`/assessments/${assigned.body.assessmentId}`);
    return {
      assignedRoleId: assigned.body.id,
      id: assessment.id,
      codes: assessment.questions.map(({ ksaCode }) => ksaCode),
    };
  };
  const answer = async (id: string, codes: readonly string[]) => {
    let etag: string | null = null;
    for (const ksaCode of codes)
      ({ etag } = await worker.succeed('PUT', `/assessments/${id}/answers/${ksaCode}`, {
        body: { level: 2 },
      }));
    return etag;
  };
  const draft = await assign(roleProfileId);
  const etag = await answer(draft.id, draft.codes.slice(0, 1));
  const submitted = await assign(other);
  const submittedEtag = await answer(submitted.id, submitted.codes);
  await worker.succeed('POST', `/assessments/${submitted.id}/submit`, { ifMatch: submittedEtag });

  const platform = await nobody.persona('platform-administrator');
  const administrator = { name: 'A stranger', email: 'stranger@elsewhere.example' };
  const elsewhere = await platform.succeed<CreatedOrganisationDto>('POST', '/organisations', {
    body: { name: 'Elsewhere', administrator },
  });
  const stranger = await nobody.join(elsewhere.body.invitationLink);
  return {
    ...{ nobody, employer, worker, stranger, workerId, roleProfileId, etag, submittedEtag },
    assessor: await nobody.persona('assessor'),
    colleague: await nobody.persona('worker-scored'),
    strangersWorkerId: (await hire(stranger, 'their.worker@elsewhere.example')).body.id,
    assignedRoleId: draft.assignedRoleId,
    draftId: draft.id,
    submittedId: submitted.id,
    code: draft.codes[0]!,
  };
}

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

describe('what must not come in', () => {
  let admin: pg.Client;
  let product: Served;
  // Filled before the first test runs; the cases only read it then.
  const there = {} as Situation;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
    product = await served();
    Object.assign(there, await aSituation(product.nobody));
    // What is still being worked on would change rows by itself.
    await eventually(async () => {
      const { rows } = await admin.query(`select 1 from job where state in ('waiting', 'active')`);
      return rows.length === 0;
    });
  });
  afterAll(async () => {
    await product.close();
    await admin.end();
  });

  /** Every table's rows and last writer: nothing may have come in, and nothing may have changed. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await admin.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const state: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await admin.query<{ rows: string; newest: string }>(
        `select count(*) as rows, coalesce(max(xmin::text::bigint), 0) as newest from ${name}`,
      );
      state[name] = `${rows[0]!.rows} rows, last written by ${rows[0]!.newest}`;
    }
    return state;
  }

  it.each(Object.keys(badInput(there)))(
    '%s is answered by a problem document, and nothing is written',
    async (what) => {
      const { by, method, path, sent, status, type, pointer } = badInput(there)[what]!;
      const before = await everything();
      const got = await by().send<ProblemDocument>(method, path(), sent?.() ?? {});
      expect([got.status, got.body.type]).toEqual([status, `urn:problem:${type}`]);
      expect(got.type).toMatch(/^application\/problem\+json/);
      expect(got.body).toMatchObject({
        status,
        title: expect.any(String),
        detail: expect.any(String),
        requestId: expect.any(String),
      });
      expect(got.body.instance).toMatch(/^\/api\//);
      if (pointer !== undefined) expect(got.body.errors?.map((error) => error.pointer)).toContain(pointer);
      expect(JSON.stringify(got.body)).not.toMatch(/tenant_id|at \w+ \(|node_modules|select /);
      expect(await everything()).toEqual(before);
    },
  );

  it('and what was good before is good after it', async () => {
    const mine = await there.worker.get<AssessmentSummaryDto[]>('/assessments');
    expect(mine.map(({ state }) => state).sort()).toEqual(['draft', 'submitted']);
    await there.worker.succeed('PUT', `/assessments/${there.draftId}/answers/${there.code}`, {
      body: { level: null },
    });
  });
});
