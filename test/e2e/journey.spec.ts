import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, filtered, type Heard } from '#builders/client';
import { type Served, served } from '#builders/served';
import { describeOnRedis, type Redis, startRedis } from '#support/redis';
import type {
  AssessmentDto,
  AssessmentSummaryDto,
} from '../../apps/api/src/assessments/dto/assessment.dto.ts';
import type { ReviewDto } from '../../apps/api/src/assessments/dto/review.dto.ts';
import type { AssignedRoleDto } from '../../apps/api/src/assessments/dto/role-assignment.dto.ts';
import type { OccupationDto } from '../../apps/api/src/frameworks/dto/occupation.dto.ts';
import type { GapScoreDto } from '../../apps/api/src/gaps/dto/gap-score.dto.ts';
import type { GapViewDto } from '../../apps/api/src/gaps/dto/gap-view.dto.ts';
import type { RequirementDto } from '../../apps/api/src/roles/dto/requirement.dto.ts';
import type { RoleProfileDto } from '../../apps/api/src/roles/dto/role-profile.dto.ts';
import type { RecommendationDto } from '../../apps/api/src/training/dto/recommendation.dto.ts';
import type { CreatedWorkerDto } from '../../apps/api/src/workforce/dto/worker.dto.ts';

const PROGRAMMING = '4.2.06.09';
const SENSORS = '4.2.06.07';

describe('with its queues on PostgreSQL', () => {
  theJourney(() => served());
});

describeOnRedis('with its queues on Redis', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  // The product first: hooks of one block run in the order in which they are written.
  theJourney(() => served({ REDIS_URL: redis.url }));
  afterAll(() => redis.stop());
});

/** The main job, from an occupation of the framework to a worker who knows what to learn; each step stands on the last. */
function theJourney(serve: () => Promise<Served>): void {
  let product: Served;
  let employer: Client;
  let assessor: Client;
  let worker: Client;
  let workerId: string;
  let roleProfileId: string;
  let assessment: AssessmentDto;
  const heard: Heard[] = [];
  let stopListening: () => void = () => undefined;

  beforeAll(async () => {
    product = await serve();
    employer = await product.nobody.persona('employer-administrator');
    assessor = await product.nobody.persona('assessor');
  });
  afterAll(async () => {
    stopListening();
    await product.close();
  });

  const view = (client = worker) => client.get<GapViewDto>(`/gap-scores/${workerId}/${roleProfileId}`);
  const viewOf = (inputVersion: number) =>
    eventually(async () => {
      const { status, body } = await worker.send<GapViewDto>(
        'GET',
        `/gap-scores/${workerId}/${roleProfileId}`,
      );
      return status === 200 && body.inputVersion === inputVersion && body;
    });

  it('an employer builds a role from an occupation of the framework and publishes it', async () => {
    const q = { q: 'Robotics Technicians', technologyArea: 'digital-automation' };
    const [occupation] = await employer.get<OccupationDto[]>(filtered('/occupations', q));
    const name = `Night shift ${Math.random()}`;
    const begun = await employer.succeed<RoleProfileDto>('POST', '/role-profiles', {
      body: { name, occupationIds: [occupation!.id] },
    });
    roleProfileId = begun.body.id;
    const requirements = await employer.get<RequirementDto[]>(filtered('/requirements', { roleProfileId }));
    const programming = requirements.find(({ ksaCode }) => ksaCode === PROGRAMMING)!;
    const edited = await employer.succeed('PATCH', `/requirements/${programming.id}`, {
      ifMatch: begun.etag,
      body: { critical: true, weight: 3 },
    });
    await employer.succeed('POST', `/role-profiles/${roleProfileId}/publish`, { ifMatch: edited.etag });
  });

  it('invites a worker, who takes up the invitation', async () => {
    const email = `nia.${Date.now()}@example-drives.example`;
    const created = await employer.succeed<CreatedWorkerDto>('POST', '/workers', {
      body: { name: 'Nia Okoro', email },
    });
    workerId = created.body.id;
    worker = await product.nobody.join(created.body.invitationLink!);
    stopListening = await worker.listen((event) => heard.push(event));
  });

  it('assigns the role, and the worker is asked and scored: nothing known yet, anything possible', async () => {
    const assigned = await employer.succeed<AssignedRoleDto>('POST', '/role-assignments', {
      body: { workerId, roleProfileId },
    });
    expect(assigned.status).toBe(201);
    const mine = await worker.get<AssessmentSummaryDto[]>('/assessments');
    expect(mine).toMatchObject([
      { id: assigned.body.assessmentId, state: 'draft', answered: 0, questions: 25 },
    ]);
    assessment = await worker.get<AssessmentDto>(`/assessments/${assigned.body.assessmentId}`);
    expect(assessment.scale.levels).toHaveLength(5);
    const first = await viewOf(0);
    expect(first).toMatchObject({ low: 0, high: first.denominator, coverage: { unknown: 25 } });
  });

  it('the worker answers every question, one of them by "not sure", and submits', async () => {
    let etag: string | null = null;
    for (const { ksaCode } of assessment.questions) {
      const level = ksaCode === SENSORS ? null : ksaCode === PROGRAMMING ? 4 : 2;
      const path = `/assessments/${assessment.id}/answers/${ksaCode}`;
      ({ etag } = await worker.succeed('PUT', path, { body: { level } }));
    }
    heard.length = 0;
    const submitted = await worker.succeed<AssessmentDto>('POST', `/assessments/${assessment.id}/submit`, {
      ifMatch: etag,
    });
    expect(submitted.body.state).toBe('submitted');
  });

  it('and hears by itself that the score is there, exact to the part', async () => {
    await eventually(() =>
      Promise.resolve(heard.some(({ type, workerId: id }) => type === 'score-computed' && id === workerId)),
    );
    const shown = await viewOf(24);
    // 25 requirements at level 3, one of weight 3: L·Σw = 12 · 27. 23 at two of three levels, one met, one unknown.
    expect(shown).toMatchObject({
      denominator: 12 * 27,
      low: 23 * 8 + 36,
      high: 23 * 8 + 36 + 12,
      stale: false,
    });
    expect(shown.requirements.reduce((sum, { part }) => sum + part, 0)).toBe(shown.low);
    expect(shown.qualified).toMatchObject({
      answer: 'not-yet-known',
      reasons: [{ ksaCode: PROGRAMMING, reason: 'not-verified' }],
    });
    expect(shown.nextBestQuestion).toMatchObject({ ksaCode: SENSORS, share: 12 });
    expect(shown.requirements.find(({ ksaCode }) => ksaCode === PROGRAMMING)?.rating).toMatchObject({
      source: 'self',
      ratedBy: 'Nia Okoro',
    });
  });

  it('a page that has the score already is told so, and sent nothing', async () => {
    const path = `/gap-scores/${workerId}/${roleProfileId}`;
    const { etag } = await worker.succeed('GET', path);
    const again = await worker.send('GET', path, { headers: { 'if-none-match': String(etag) } });
    expect([again.status, again.body]).toEqual([304, null]);
  });

  it('the assessor reviews the critical requirement, and the score follows', async () => {
    const path = `/assessments/${assessment.id}/review`;
    expect((await assessor.get<ReviewDto>(path)).items[0]).toMatchObject({
      ksaCode: PROGRAMMING,
      self: { level: 4 },
      assessor: null,
    });
    const confirmations = [{ ksaCode: PROGRAMMING, level: 2 }];
    const reviewed = await assessor.succeed<ReviewDto>('POST', path, { body: { confirmations } });
    expect(reviewed.body.state).toBe('reviewed');
    expect(reviewed.body.items[0]).toMatchObject({ ksaCode: PROGRAMMING, difference: 2 });
    expect(await viewOf(25)).toMatchObject({
      low: 23 * 8 + 24,
      qualified: { answer: 'no', reasons: [{ ksaCode: PROGRAMMING, reason: 'short', levelsShort: 1 }] },
      calibration: { mean: { numerator: 2, count: 1 }, items: [{ ksaCode: PROGRAMMING, difference: 2 }] },
    });
  });

  it('the worker is recommended what closes most, with a certificate, and can ask for another budget', async () => {
    const path = `/recommendations/${workerId}/${roleProfileId}`;
    const shown = await eventually(async () => {
      const { status, body } = await worker.send<RecommendationDto>('GET', path);
      return status === 200 && !body.stale && body.inputVersion === 25 && body;
    });
    expect(shown.steps.length).toBeGreaterThan(0);
    expect(shown.hours).toBeLessThanOrEqual(80);
    expect(shown.steps.reduce((sum, { gained }) => sum + gained, 0)).toBe(shown.gained);
    expect(shown.gained).toBeLessThanOrEqual(shown.bound);
    expect(shown.assessFirst).toMatchObject([{ ksaCode: SENSORS }]);
    const small = await worker.get<RecommendationDto>(`${path}?budgetHours=10`);
    expect(small.hours).toBeLessThanOrEqual(10);
    expect(small.gained).toBeLessThanOrEqual(shown.gained);
  });

  it('the employer finds the worker in the list, and every job done once', async () => {
    const [listed] = await employer.get<GapScoreDto[]>(filtered('/gap-scores', { workerId }));
    expect(listed).toMatchObject({ worker: { name: 'Nia Okoro' }, low: 208, qualified: 'no', stale: false });
    await eventually(async () => {
      const jobs = await employer.get<{ state: string }[]>('/jobs?range=[0,199]');
      return jobs.length > 0 && jobs.every(({ state }) => state === 'completed');
    });
  });

  it('and asks for another round, which starts without answers', async () => {
    const again = await employer.succeed<AssessmentDto>('POST', '/assessments', {
      body: { workerId, roleProfileId },
    });
    expect(again.body).toMatchObject({ state: 'draft', answered: 0 });
    expect((await employer.send('POST', '/assessments', { body: { workerId, roleProfileId } })).status).toBe(
      409,
    );
    expect((await view()).inputVersion).toBe(25);
  });
}
