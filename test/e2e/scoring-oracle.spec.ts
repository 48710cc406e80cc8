import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Client, eventually } from '#builders/client';
import { type Served, served } from '#builders/served';
import type { AssessmentDto } from '../../apps/api/src/assessments/dto/assessment.dto.ts';
import type { AssignedRoleDto } from '../../apps/api/src/assessments/dto/role-assignment.dto.ts';
import type { GapViewDto } from '../../apps/api/src/gaps/dto/gap-view.dto.ts';
import type { RoleProfileDto } from '../../apps/api/src/roles/dto/role-profile.dto.ts';
import type { CreatedWorkerDto } from '../../apps/api/src/workforce/dto/worker.dto.ts';
import { type AskedKsa, equal, type Fraction, type GivenRating, score } from './scoring-oracle.ts';

const DAY = 86_400;
const RUNS = 12;

const requirement = fc.record({
  requiredLevel: fc.integer({ min: 1, max: 4 }),
  weight: fc.integer({ min: 1, max: 100 }),
  critical: fc.boolean(),
  evidence: fc.constantFrom('any' as const, 'observed' as const, 'certified' as const),
});

const rating = fc.record({
  ksa: fc.nat(),
  source: fc.constantFrom('manager', 'assessor', 'test', 'credential', 'training'),
  level: fc.integer({ min: 0, max: 4 }),
  daysAgo: fc.integer({ min: 0, max: 400 }),
  validDays: fc.option(fc.integer({ min: 1, max: 500 })),
});

const situation = fc.record({
  requirements: fc.array(requirement, { minLength: 1, maxLength: 9 }),
  ratings: fc.array(rating, { maxLength: 14 }),
  answers: fc.infiniteStream(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 })),
  ksas: fc.infiniteStream(fc.nat()),
});

describe('a score that the product computes from what came in over HTTP', () => {
  let product: Served;
  let employer: Client;
  let assessor: Client;
  let codes: string[];

  beforeAll(async () => {
    product = await served();
    employer = await product.nobody.persona('employer-administrator');
    assessor = await product.nobody.persona('assessor');
    const [release] = await employer.get<{ id: string }[]>('/releases');
    const items = await employer.get<{ kind: string; code: string }[]>(
      `/releases/${release!.id}/items?range=[0,999]`,
    );
    codes = items.filter(({ kind }) => kind === 'ksa').map(({ code }) => code);
  });
  afterAll(() => product.close());

  async function role(asked: readonly AskedKsa[]): Promise<string> {
    const body = { name: `Random ${Math.random()}`, occupationIds: [] };
    const created = await employer.succeed<RoleProfileDto>('POST', '/role-profiles', { body });
    const profile = created.body;
    let { etag } = created;
    for (const requirement of asked) {
      const added = { roleProfileId: profile.id, ...requirement };
      ({ etag } = await employer.succeed('POST', '/requirements', { ifMatch: etag, body: added }));
    }
    await employer.succeed('POST', `/role-profiles/${profile.id}/publish`, { ifMatch: etag });
    return profile.id;
  }

  async function hired(): Promise<{ workerId: string; worker: Client }> {
    const email = `random.${Math.random()}@example-drives.example`;
    const { body } = await employer.succeed<CreatedWorkerDto>('POST', '/workers', {
      body: { name: 'Anybody', email },
    });
    return { workerId: body.id, worker: await product.nobody.join(body.invitationLink!) };
  }

  async function answered(
    worker: Client,
    assessmentId: string,
    next: () => number | null,
  ): Promise<GivenRating[]> {
    const { questions } = await worker.get<AssessmentDto>(`/assessments/${assessmentId}`);
    const given: GivenRating[] = [];
    let etag: string | null = null;
    for (const { ksaCode } of questions) {
      const level = next();
      const path = `/assessments/${assessmentId}/answers/${ksaCode}`;
      const sent = await worker.succeed<{ answeredAt: string }>('PUT', path, { body: { level } });
      const ratedAt = Math.floor(Date.parse(sent.body.answeredAt) / 1000);
      if (level !== null)
        given.push({ ksaCode, source: 'self', level, ratedAt, expiresAt: null, place: given.length });
      etag = sent.etag;
    }
    await worker.succeed('POST', `/assessments/${assessmentId}/submit`, { ifMatch: etag });
    return given;
  }

  it('is the one that fractions of whole numbers give, whatever the role and the ratings', async () => {
    const property = fc.asyncProperty(situation, async ({ requirements, ratings, answers, ksas }) => {
      const chosen = new Set<string>();
      while (chosen.size < requirements.length) chosen.add(codes[ksas.next().value! % codes.length]!);
      const asked = [...chosen].map((ksaCode, index) => ({ ksaCode, ...requirements[index]! }));
      const roleProfileId = await role(asked);
      const { workerId, worker } = await hired();
      const assigned = await employer.succeed<AssignedRoleDto>('POST', '/role-assignments', {
        body: { workerId, roleProfileId },
      });
      const given = await answered(worker, assigned.body.assessmentId, () => {
        const next: IteratorResult<number | null, undefined> = answers.next();
        return next.value ?? null;
      });

      const now = Math.floor(Date.now() / 1000);
      for (const { ksa, source, level, daysAgo, validDays } of ratings) {
        const ksaCode = asked[ksa % asked.length]!.ksaCode;
        const ratedAt = now - daysAgo * DAY;
        const expiresAt = validDays === null ? null : ratedAt + validDays * DAY;
        const at = (seconds: number) => new Date(seconds * 1000).toISOString();
        const body = {
          ksaCode,
          source,
          level,
          ratedAt: at(ratedAt),
          expiresAt: expiresAt === null ? null : at(expiresAt),
        };
        await assessor.succeed('POST', `/workers/${workerId}/ratings`, { body });
        given.push({ ksaCode, source, level, ratedAt, expiresAt, place: given.length });
      }

      const shown = await eventually(async () => {
        const { status, body } = await worker.send<GapViewDto>(
          'GET',
          `/gap-scores/${workerId}/${roleProfileId}`,
        );
        return status === 200 && body.inputVersion === given.length && !body.stale && body;
      });
      const asOf = Date.parse(`${shown.asOf}T00:00:00Z`) / 1000 + DAY - 1;
      const expected = score(asked, given, asOf);
      const over = (numerator: number): Fraction => [BigInt(numerator), BigInt(shown.denominator)];
      expect(equal(over(shown.low), expected.low)).toBe(true);
      expect(equal(over(shown.high), expected.high)).toBe(true);
      expect(shown.qualified.answer).toBe(expected.qualified);
      expect(new Map(shown.requirements.map(({ ksaCode, attained }) => [ksaCode, attained]))).toEqual(
        expected.levels,
      );
      expect(shown.requirements.reduce((sum, { part }) => sum + part, 0)).toBe(shown.low);
    });
    await fc.assert(property, { numRuns: RUNS, interruptAfterTimeLimit: 60_000 });
  }, 120_000);
});
