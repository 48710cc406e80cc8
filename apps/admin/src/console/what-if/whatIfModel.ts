import { defaultEvidence } from '#domain';
import type { ChangeableRequirement, RatingPolicyInput, RequirementChange } from '../providers/records.ts';

export type ScopeKind = 'role' | 'team' | 'organisation';

/** What is being tried. */
export interface Trial {
  readonly kind: ScopeKind;
  readonly teamId: string | null;
  /** Whose requirements are changed; of a role it is also whom it is tried with. */
  readonly roleProfileId: string | null;
  /** By KSA code. */
  readonly requirements: Readonly<Record<string, RequirementValues>>;
  /** Names by id. */
  readonly leavers: Readonly<Record<string, string>>;
  /** Titles by id. */
  readonly programmes: Readonly<Record<string, string>>;
  readonly policy: RatingPolicyInput | null;
}

export type RequirementValues = Pick<
  RequirementChange,
  'requiredLevel' | 'weight' | 'critical' | 'evidence' | 'removed'
>;

export const nothingTried: Trial = {
  ...{ kind: 'role', teamId: null, roleProfileId: null },
  ...{ requirements: {}, leavers: {}, programmes: {}, policy: null },
};

/** Until somebody has chosen it, the evidence follows from whether the KSA is critical. */
export function evidenceOf(
  { evidence, evidenceChosen }: ChangeableRequirement,
  critical: boolean,
): ChangeableRequirement['evidence'] {
  return evidenceChosen ? evidence : defaultEvidence(critical);
}

/** One requirement with values changed; a value that is what it would be anyway is no change. */
export function withChange(
  trial: Trial,
  requirement: ChangeableRequirement,
  values: RequirementValues,
): Trial {
  const { [requirement.ksaCode]: former, ...others } = trial.requirements;
  const { requiredLevel, weight, critical, evidence, removed }: RequirementValues = { ...former, ...values };
  const expected = evidenceOf(requirement, critical ?? requirement.critical);
  const next: RequirementValues = {
    ...differing('requiredLevel', requiredLevel, requirement.requiredLevel),
    ...differing('weight', weight, requirement.weight),
    ...differing('critical', critical, requirement.critical),
    ...differing('evidence', evidence, expected),
    ...differing('removed', removed, false),
  };
  return {
    ...trial,
    requirements: Object.keys(next).length === 0 ? others : { ...others, [requirement.ksaCode]: next },
  };
}

function differing<Name extends keyof RequirementValues>(
  name: Name,
  value: RequirementValues[Name],
  expected: RequirementValues[Name],
): RequirementValues {
  return value === undefined || value === expected ? {} : { [name]: value };
}

export function changesOf({ requirements }: Trial): RequirementChange[] {
  return Object.entries(requirements).map(([ksaCode, values]) => ({ ksaCode, ...values }));
}

export const isAnythingTried = (trial: Trial): boolean =>
  [trial.requirements, trial.leavers, trial.programmes].some((some) => Object.keys(some).length > 0) ||
  trial.policy !== null;

/** Levels, weights and people of a role need nothing that the page has not; the rest is asked of the server. */
export const isTriedHere = ({ kind, programmes, policy }: Trial): boolean =>
  kind === 'role' && Object.keys(programmes).length === 0 && policy === null;

/** What the API takes. */
export function bodyOf(trial: Trial) {
  const { kind, teamId, roleProfileId } = trial;
  return {
    scope:
      kind === 'team' ? { teamId } : kind === 'organisation' ? { organisation: true } : { roleProfileId },
    changes: {
      requirements: changesOf(trial).map((change) => ({ ...change, roleProfileId })),
      leavers: Object.keys(trial.leavers),
      programmes: Object.keys(trial.programmes).map((programmeId) => ({ programmeId })),
      ...(trial.policy !== null && { policy: trial.policy }),
    },
  };
}
