import {
  changedRequirements,
  compileRoleProfile,
  coverChanges,
  type EvidencedLevels,
  type Fraction,
  groupReadiness,
  type GroupTotals,
  ksaCover,
  type KsaCover,
  ksaSlots,
  numberOfFraction,
  type ProfileTotals,
  type RequirementChange as DomainChange,
  WhatIf,
} from '#domain';
import type { RequirementChange, WhatIfAnswer, WhatIfLevels } from '../providers/records.ts';

/** Within this page every role profile is the only one, and a KSA's number its place in the role's list. */
const VERSION = 1;
const MOST_SHOWN = 25;

/**
 * What the API would answer to other levels, weights and people of a role, by the very code that the API has, from
 * levels that were read once: nothing is asked of anybody. Throws the domain's typed errors, in words.
 */
export function tryHere(
  read: WhatIfLevels,
  changes: readonly RequirementChange[],
  leavers: ReadonlySet<string>,
): WhatIfAnswer {
  const { maxLevel } = read.scale;
  const numberOf = new Map(read.requirements.map(({ ksaCode }, place) => [ksaCode, place + 1]));
  const asked = read.requirements.map((requirement, place) => ({ ...requirement, ksaNo: place + 1 }));
  const wanted = changes.map((change): DomainChange => ({
    ...change,
    ksaNo: numberOf.get(change.ksaCode) ?? 0,
  }));
  const before = compileRoleProfile(asked, maxLevel);
  const after = compileRoleProfile(changedRequirements(asked, wanted), maxLevel);
  const levels = decoded(read);
  const whatIf = new WhatIf(maxLevel, new Map([[VERSION, { before, after }]]), MOST_SHOWN);
  const workers = read.workers.id.map((id, place) => ({
    ...{ workerNo: place + 1, profileVersionNos: [VERSION], leaves: leavers.has(id) },
  }));
  whatIf.add({ workers, before: levels, after: levels });
  const answer = whatIf.answer();
  const staying = workers.filter(({ leaves }) => !leaves).length;
  const policy = { name: read.policy.name, kind: 'most-trusted' as const };
  return {
    asOf: read.asOf,
    policy: { before: policy, after: policy },
    before: readinessOf(answer.before, workers.length),
    after: readinessOf(answer.after, staying),
    roleProfiles: answer.before.profiles.map((totals) => ({
      roleProfile: read.roleProfile,
      before: totalsOf(totals),
      after: answer.after.profiles.map(totalsOf)[0] ?? null,
    })),
    cover: coverChanges(ksaCover(answer.before.ksas, []), ksaCover(answer.after.ksas, [])).map(
      ({ ksaNo, before: was, after: is, ...flags }) => {
        const { ksaCode = '', title = '' } = read.requirements[ksaNo - 1] ?? {};
        return { ksaCode, title, before: was && coverOf(was), after: is && coverOf(is), ...flags };
      },
    ),
    programmes: [],
    changed: {
      total: answer.changedCount,
      scores: answer.changed.map(({ workerNo, before: was, after: is }) => ({
        worker: { id: read.workers.id[workerNo - 1] ?? '', name: read.workers.name[workerNo - 1] ?? '' },
        roleProfile: read.roleProfile,
        before: was,
        after: is,
      })),
    },
  };
}

function decoded({ levels, requirements, workers }: WhatIfLevels): EvidencedLevels {
  const bytes = (text: string): Int8Array => Int8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return {
    ...ksaSlots(requirements.map((_, place) => place + 1)),
    workerCount: workers.id.length,
    byEvidence: {
      any: bytes(levels.any),
      observed: bytes(levels.observed),
      certified: bytes(levels.certified),
    },
  };
}

function readinessOf({ profiles }: GroupTotals, members: number): WhatIfAnswer['before'] {
  const { scores, mean, qualified, notQualified, notYetKnown, lowTenths, highTenths } =
    groupReadiness(profiles);
  return {
    ...{ members, scores, lowTenths: [...lowTenths], highTenths: [...highTenths] },
    mean: mean && { low: shareOf(mean.low), high: shareOf(mean.high) },
    qualified: { yes: qualified, no: notQualified, notYetKnown },
  };
}

function shareOf(share: Fraction) {
  return {
    numerator: share.numerator.toString(),
    denominator: share.denominator.toString(),
    value: numberOfFraction(share),
  };
}

function totalsOf({ scores, denominator, low, high, qualified, notQualified, notYetKnown }: ProfileTotals) {
  return { scores, denominator, low, high, qualified: { yes: qualified, no: notQualified, notYetKnown } };
}

function coverOf({ required, met, short, unknown, verified, minimum }: KsaCover) {
  return { required, met, short, unknown, verified, minimum };
}
