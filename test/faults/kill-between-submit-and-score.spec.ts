import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Killable, killable } from '#builders/killable';
import { type Client, eventually } from '#builders/client';
import { testDatabase } from '#support/database';
import type { AssessmentDto } from '../../apps/api/src/assessments/dto/assessment.dto.ts';
import type { AssignedRoleDto } from '../../apps/api/src/assessments/dto/role-assignment.dto.ts';
import type { GapViewDto } from '../../apps/api/src/gaps/dto/gap-view.dto.ts';
import type { RoleProfileDto } from '../../apps/api/src/roles/dto/role-profile.dto.ts';
import type { CreatedWorkerDto } from '../../apps/api/src/workforce/dto/worker.dto.ts';

/** A killed worker's job is taken up again when its lock has run out. */
const RECOVERY_MS = 20_000;
const TRIAL_MS = 60_000;

describe('a process that is killed between a submission and its score', () => {
  let product: Killable;
  let admin: pg.Client;
  let roleProfileId: string;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
    product = await killable();
    const employer = await product.nobody.persona('employer-administrator');
    const profiles = await employer.get<RoleProfileDto[]>('/role-profiles');
    roleProfileId = profiles.find(({ name }) => name === 'Cell 4 robot technician')!.id;
  }, TRIAL_MS);
  afterAll(async () => {
    await product.kill();
    await admin.end();
  });

  /** Everything up to the button: the score of the assignment is there, each question is answered. */
  async function readyToSubmit() {
    const employer = await product.nobody.persona('employer-administrator');
    const email = `killed.${Date.now()}@example-drives.example`;
    const created = await employer.succeed<CreatedWorkerDto>('POST', '/workers', {
      body: { name: 'Sam Reyes', email },
    });
    const workerId = created.body.id;
    const worker = await product.nobody.join(created.body.invitationLink!);
    const assigned = await employer.succeed<AssignedRoleDto>('POST', '/role-assignments', {
      body: { workerId, roleProfileId },
    });
    const path = `/assessments/${assigned.body.assessmentId}`;
    const { questions } = await worker.get<AssessmentDto>(path);
    let etag: string | null = null;
    for (const { ksaCode } of questions) {
      ({ etag } = await worker.succeed('PUT', `${path}/answers/${ksaCode}`, { body: { level: 2 } }));
    }
    return { worker, workerId, path, etag, questions: questions.length };
  }

  const scoreOf = (client: Client, workerId: string, inputVersion: number) =>
    eventually(async () => {
      const { status, body } = await client.send<GapViewDto>(
        'GET',
        `/gap-scores/${workerId}/${roleProfileId}`,
      );
      return status === 200 && body.inputVersion === inputVersion && !body.stale && body;
    }, RECOVERY_MS);

  /** What the database holds of a worker, seen from outside. */
  async function traces(workerId: string) {
    const { rows } = await admin.query<Record<'ratings' | 'scores' | 'history' | 'jobs', number>>(
      `select (select count(*)::int from rating r where r.tenant_id = w.tenant_id and r.worker_no = w.worker_no) as ratings,
              (select count(*)::int from score s where s.tenant_id = w.tenant_id and s.worker_no = w.worker_no) as scores,
              (select count(*)::int from score_history h where h.tenant_id = w.tenant_id and h.worker_no = w.worker_no) as history,
              (select count(*)::int from job j where j.tenant_id = w.tenant_id and j.name = 'score-worker'
                 and (j.payload->>'workerNo')::int = w.worker_no and j.state = 'completed') as jobs
       from worker w where w.id = $1`,
      [workerId],
    );
    return rows[0];
  }

  async function submitKillStart(delayMs: number, before?: Record<string, string>) {
    if (before !== undefined) {
      // The first score must be there already: a process that only serves makes none.
      await product.kill();
      product = await killable();
    }
    const { worker, workerId, path, etag, questions } = await readyToSubmit();
    await scoreOf(worker, workerId, 0);
    let submitter = worker;
    if (before !== undefined) {
      await product.kill();
      product = await killable(before);
      submitter = worker.at(product.nobody);
    }
    await submitter.succeed('POST', `${path}/submit`, { ifMatch: etag });
    await new Promise((passed) => setTimeout(passed, delayMs));
    await product.kill();

    product = await killable();
    await scoreOf(worker.at(product.nobody), workerId, questions);
    await eventually(async () => (await traces(workerId))?.jobs === 2, RECOVERY_MS);
    // One score, one row of history for the assignment and one for the submission, however often it was tried.
    expect(await traces(workerId)).toEqual({ ratings: questions, scores: 1, history: 2, jobs: 2 });
  }

  it(
    'has its score after the next start, once, when nothing of it had been worked on',
    () => submitKillStart(0, { PROCESS: 'api' }),
    TRIAL_MS,
  );

  it.each([0, 8, 20, 45])(
    'has its score after the next start, once, when killed %d ms after the answer',
    (delay) => submitKillStart(delay),
    TRIAL_MS,
  );
});
