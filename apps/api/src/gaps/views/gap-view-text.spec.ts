import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bulkScorer,
  calibrator,
  columnsOfRatings,
  compileRoleProfile,
  defaultRatingPolicy as policy,
  type Evidence,
  evidences,
  instantAtEndOf,
  packRatings,
  type Rating,
  type Source,
  sources,
} from '#domain';
import type { ProfileRequirement, ProfileVersion } from '#roles';
import { gapViewDto } from '../dto/gap-view.dto.ts';
import { type ViewedScore, viewOf } from './gap-view.oracle.ts';
import type { GapViewFacts } from './gap-view.statement.ts';
import { gapViewText } from './gap-view-text.ts';
import { ProfileText } from './profile-text.ts';
import type { ViewGround } from './view-grounds.ts';

const WORKER = '01950000-0000-7000-8000-000000000001';
const ROLE = '01950000-0000-7000-8000-000000000002';
const RELEASE = { id: '01950000-0000-7000-8000-000000000003', label: '1', framework: 'A framework' };
const LEVELS = [{ level: 0, label: 'none', anchor: 'Never "seen"' }];
const AS_OF = '2026-03-01';
const DAY = 86_400;

/** Whatever people type: quotes, backslashes, line ends, signs beyond Latin. */
const words = fc.oneof(
  fc.constantFrom('Robot programming', 'say "when"', 'a\\b', 'two\nlines', 'Żółć – 機械', '\u2028'),
  fc.string({ maxLength: 12 }),
);

interface SomeRequirement {
  readonly title: string;
  readonly definition: string | null;
  readonly requiredLevel: number;
  readonly weight: number;
  readonly critical: boolean;
  readonly evidence: Evidence;
}

interface SomeRating {
  readonly slot: number;
  readonly source: Source;
  readonly level: number;
  readonly daysBefore: number;
  readonly daysValid: number | null;
  readonly rater: number;
}

interface Some {
  readonly maxLevel: number;
  readonly worker: string;
  readonly raters: string[];
  readonly stale: boolean;
  readonly requirements: SomeRequirement[];
  readonly ratings: SomeRating[];
  /** How many of the ratings came after the score. */
  readonly after: number;
}

const some = fc.integer({ min: 1, max: 10 }).chain((maxLevel) =>
  fc.record<Some>({
    maxLevel: fc.constant(maxLevel),
    worker: words,
    raters: fc.array(words, { minLength: 1, maxLength: 3 }),
    stale: fc.boolean(),
    requirements: fc.array(
      fc.record<SomeRequirement>({
        title: words,
        definition: fc.option(words),
        requiredLevel: fc.integer({ min: 1, max: maxLevel }),
        weight: fc.integer({ min: 1, max: 100 }),
        critical: fc.boolean(),
        evidence: fc.constantFrom(...evidences),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    ratings: fc.array(
      fc.record<SomeRating>({
        slot: fc.nat(14),
        source: fc.constantFrom(...sources),
        level: fc.nat(maxLevel),
        daysBefore: fc.integer({ min: -2, max: 900 }),
        daysValid: fc.option(fc.integer({ min: 1, max: 900 })),
        rater: fc.integer({ min: -1, max: 2 }),
      }),
      { maxLength: 40 },
    ),
    after: fc.nat(3),
  }),
);

test('the text of a gap view is the JSON of what the domain explains, object by object', () => {
  fc.assert(
    fc.property(some, (given) => {
      const viewed = viewedScore(given);
      const [facts, ground] = [factsOf(viewed), groundOf(viewed)];
      const parts = { workerId: WORKER, roleProfileId: ROLE, facts, ground, superseded: [] };
      const written: unknown = JSON.parse(gapViewText(parts));
      expect(gapViewDto.parse(written)).toEqual(written);
      expect(written).toEqual(viewOf(viewed));
      // What is prepared once serves every worker: here one of the same levels, with none verified who was.
      const verified = Array.from(viewed.score.verified, (flag) => 1 - flag);
      const other: ViewedScore = { ...viewed, score: { ...viewed.score, verified } };
      const ofOther: unknown = JSON.parse(gapViewText({ ...parts, facts: factsOf(other) }));
      expect(ofOther).toEqual(viewOf(other));
    }),
    { numRuns: 150 },
  );
});

function viewedScore({ maxLevel, worker, raters, stale, after, ...given }: Some): ViewedScore {
  const asOf = instantAtEndOf(AS_OF);
  // Not in the order of the codes; ratings may be of KSAs beyond the last slot, which the role does not ask for.
  const ksaNo = (slot: number): number => 100 - 7 * slot;
  const requirements = given.requirements.map<ProfileRequirement>((requirement, slot) => ({
    ...requirement,
    ksaNo: ksaNo(slot),
    ksaCode: `4.2.06.${slot + 1}`,
    ksaId: RELEASE.id,
    position: slot,
    evidenceChosen: true,
    occupationCount: 1,
  }));
  const ratings = given.ratings.map<Rating>(({ slot, source, level, daysBefore, daysValid }, index) => {
    const ratedAt = asOf - daysBefore * DAY - index;
    const expiresAt = daysValid === null ? null : ratedAt + daysValid * DAY;
    return { seq: index + 1, ksaNo: ksaNo(slot), source, level, ratedAt, recordedAt: ratedAt, expiresAt };
  });
  const inputVersion = Math.max(0, ratings.length - after);
  const counted = { columns: columnsOfRatings(ratings.slice(0, inputVersion)), starts: [0, inputVersion] };
  return {
    head: {
      id: `${WORKER}.${ROLE}`,
      worker: { id: WORKER, name: worker },
      roleProfile: { id: ROLE, name: 'Cell technician', version: 3 },
      release: RELEASE,
      scale: { maxLevel, levels: LEVELS },
      algorithm: 'gap-score/1',
      asOf: AS_OF,
      computedAt: '2026-03-01T08:00:00.000Z',
      inputVersion,
      stale,
    },
    policy,
    requirements,
    score: bulkScorer(compileRoleProfile(requirements, maxLevel), policy)(counted, asOf),
    ratings,
    raterOf: (seq) => raters[given.ratings[seq - 1]?.rater ?? -1] ?? null,
  };
}

/** As PostgreSQL writes them. */
function factsOf({ head, score, ratings, raterOf }: ViewedScore): GapViewFacts {
  const used = Array.from(score.used);
  const byRater = Map.groupBy(
    used.filter((seq) => seq > 0),
    raterOf,
  );
  return {
    workerNo: '5',
    workerName: JSON.stringify(head.worker.name),
    roleProfileName: JSON.stringify(head.roleProfile.name),
    profileVersionNo: '7',
    inputVersion: String(head.inputVersion),
    policyVersion: String(policy.version),
    asOf: head.asOf,
    computedAt: head.computedAt,
    algorithm: head.algorithm,
    releaseId: RELEASE.id,
    attained: `{${Array.from(score.attained).join(',')}}`,
    verified: `{${Array.from(score.verified, (flag) => (flag === 1 ? 't' : 'f')).join(',')}}`,
    used: `{${used.join(',')}}`,
    stale: head.stale ? 't' : 'f',
    packed: Buffer.from(packRatings(ratings)).toString('hex'),
    raters: [...byRater]
      .flatMap(([name, seqs]) => (name === null ? [] : [`{${seqs.join(',')}}${JSON.stringify(name)}`]))
      .join('\n'),
    maxLevel: String(head.scale.maxLevel),
    levels: JSON.stringify(LEVELS),
  };
}

function groundOf({ head, requirements }: ViewedScore): ViewGround {
  const version: ProfileVersion = {
    profileVersionNo: 7,
    roleProfileId: ROLE,
    name: 'Its name is not from here',
    version: head.roleProfile.version,
    state: 'published',
    releaseId: RELEASE.id,
    requirements,
  };
  const profile = new ProfileText(version, head.scale.maxLevel);
  const { version: policyVersion, name, kind } = policy;
  return {
    profile,
    calibrate: calibrator(policy, profile.ksaNos),
    policy: JSON.stringify({ version: policyVersion, name, kind }),
    release: JSON.stringify(RELEASE),
  };
}
