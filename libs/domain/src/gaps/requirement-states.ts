import { compareCodes } from '../frameworks/ksa-code.ts';
import { isListOfRecords } from '../given.ts';
import { assertInstant, type Instant } from '../ratings/instant.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { type ExplainableScore, type GapView, gapView } from './gap-view.ts';
import { GapsError } from './gaps.errors.ts';
import type { Qualification, QualificationReason } from './qualification.ts';
import {
  assertCompiled,
  type CompiledRoleProfile,
  compileRoleProfile,
  type Requirement,
} from './role-profile.ts';

/**
 * What a worker's requirement can be besides its level: suspended (not qualified until lifted, whatever the level),
 * exempt (left out of the sums, and listed), not applicable (never asked). Of two at one time the earlier named holds.
 * (Domain design, "Terms".)
 */
export const requirementStates = ['suspended', 'not-applicable', 'exempt'] as const;

export type RequirementState = (typeof requirementStates)[number];

/** One state of one worker's requirement: from its first second to the one before `until`; `null`: until lifted. */
export interface StatedRequirement {
  readonly ksaNo: number;
  readonly state: RequirementState;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The requirements of a profile by the state that each is in as of an instant, each list by KSA code. */
export interface RequirementsByState {
  /** Those that count, in the profile's order; the suspended ones are among them. */
  readonly counting: readonly Requirement[];
  readonly suspended: readonly Requirement[];
  readonly exempt: readonly Requirement[];
  readonly notApplicable: readonly Requirement[];
}

/** Throws `gaps.invalid-state`, naming the place. States of KSAs that the profile does not ask for are passed over. */
export function requirementsByState(
  profile: CompiledRoleProfile,
  states: readonly StatedRequirement[],
  asOf: Instant,
): RequirementsByState {
  assertCompiled(profile);
  assertInstant(asOf, 'as-of', '/asOf');
  assertStates(states);
  const stateOf = new Map<number, RequirementState>();
  for (const { ksaNo, state, from, until } of states) {
    if (from > asOf || (until !== null && until <= asOf)) continue;
    const other = stateOf.get(ksaNo);
    if (other === undefined || requirementStates.indexOf(state) < requirementStates.indexOf(other))
      stateOf.set(ksaNo, state);
  }
  const { requirements } = profile;
  const inState = (state: RequirementState): Requirement[] =>
    requirements
      .filter(({ ksaNo }) => stateOf.get(ksaNo) === state)
      .sort((a, b) => compareCodes(a.ksaCode, b.ksaCode));
  return {
    counting: requirements.filter(({ ksaNo }) => (stateOf.get(ksaNo) ?? 'suspended') === 'suspended'),
    suspended: inState('suspended'),
    exempt: inState('exempt'),
    notApplicable: inState('not-applicable'),
  };
}

/** A gap view of what counts; a critical requirement that is suspended stands in the way of being qualified. */
export interface GapViewByState extends Omit<GapView, 'qualified'> {
  readonly qualified: Omit<Qualification, 'reasons'> & {
    readonly reasons: readonly (QualificationReason | SuspensionReason)[];
  };
  readonly byState: RequirementsByState;
}

export type SuspensionReason = Omit<QualificationReason, 'reason'> & { readonly reason: 'suspended' };

/**
 * Explains a score of the whole profile as of an instant at which some requirements are in a state: what is exempt or
 * not applicable is left out of every sum, as if the profile did not ask for it; what is suspended keeps its part of
 * readiness, and where it is critical the answer is no. Throws `gaps.empty-role-profile` when nothing is left to count.
 */
export function gapViewByState(
  profile: CompiledRoleProfile,
  score: ExplainableScore,
  states: readonly StatedRequirement[],
  asOf: Instant,
): GapViewByState {
  gapView(profile, score);
  const byState = requirementsByState(profile, states, asOf);
  const slots = byState.counting.map((requirement) => profile.requirements.indexOf(requirement));
  const view = gapView(compileRoleProfile(byState.counting, profile.maxLevel), {
    attained: slots.map((slot) => score.attained[slot] as number),
    used: slots.map((slot) => score.used[slot] as number),
    verified: slots.map((slot) => score.verified[slot] as boolean | number),
  });
  const suspended = byState.suspended.filter(({ critical }) => critical);
  if (suspended.length === 0) return { ...view, byState };
  const isSuspended = new Set(suspended.map(({ ksaNo }) => ksaNo));
  const reasons = [
    ...suspended.map(({ ksaNo, ksaCode }) => ({ ksaNo, ksaCode, reason: 'suspended' as const })),
    ...view.qualified.reasons.filter(({ ksaNo }) => !isSuspended.has(ksaNo)),
  ];
  return { ...view, qualified: { answer: 'no', reasons }, byState };
}

function assertStates(states: readonly StatedRequirement[]): void {
  if (!isListOfRecords(states)) throw invalidState('States come as a list.', '/states');
  states.forEach(({ ksaNo, state, from, until }, index) => {
    const at = `/states/${index}`;
    if (!isKsaNo(ksaNo)) throw invalidState(`State ${index + 1} names no KSA.`, `${at}/ksaNo`);
    const what = `state ${index + 1}, of KSA number ${ksaNo},`;
    if (!requirementStates.includes(state)) throw invalidState(`"${state}" is no state.`, `${at}/state`);
    assertInstant(from, what, `${at}/from`);
    if (until === null) return;
    assertInstant(until, what, `${at}/until`);
    if (until <= from) throw invalidState(`The end of ${what} is not after its beginning.`, `${at}/until`);
  });
}

function invalidState(message: string, pointer: string): GapsError {
  return new GapsError('gaps.invalid-state', message, pointer);
}
