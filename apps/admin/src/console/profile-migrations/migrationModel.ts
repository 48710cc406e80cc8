import type { MigrationDecision, MigrationStep, ProfileMigration } from '../providers/records.ts';

/** A step that somebody decides. */
export type OpenStep = Exclude<MigrationStep, { kind: 'kept' }>;
type KeptStep = Extract<MigrationStep, { kind: 'kept' }>;

type SplitStep = Extract<MigrationStep, { kind: 'split' }>;
type SplitDecision = Extract<MigrationDecision, { kind: 'split' }>;
type SplitPart = SplitDecision['parts'][number];

export const openSteps = ({ steps }: ProfileMigration): OpenStep[] =>
  steps.filter((step): step is OpenStep => step.kind !== 'kept');

export const keptSteps = ({ steps }: ProfileMigration): KeptStep[] =>
  steps.filter((step): step is KeptStep => step.kind === 'kept');

/** What is proposed, to be changed. */
export const proposedDecisions = (migration: ProfileMigration): MigrationDecision[] =>
  openSteps(migration).map(({ proposal }) => proposal);

export const isAsProposed = (migration: ProfileMigration, decisions: readonly MigrationDecision[]): boolean =>
  JSON.stringify(decisions) === JSON.stringify(proposedDecisions(migration));

export const isSame = (one: MigrationDecision, other: MigrationDecision): boolean =>
  one.kind === other.kind && one.lineage === other.lineage;

export function withDecision(
  decisions: readonly MigrationDecision[],
  decision: MigrationDecision,
): MigrationDecision[] {
  return decisions.map((each) => (isSame(each, decision) ? decision : each));
}

/** Asked for as proposed, or no more; parts keep the order of the release. */
export function withPart(step: SplitStep, decision: SplitDecision, lineage: string): SplitDecision {
  const has = decision.parts.some((part) => part.lineage === lineage);
  const proposed = step.proposal.parts.find((part) => part.lineage === lineage);
  const parts = has
    ? decision.parts.filter((part) => part.lineage !== lineage)
    : [...decision.parts, ...(proposed === undefined ? [] : [proposed])];
  const placeOf = (part: SplitPart) => step.parts.findIndex((each) => each.lineage === part.lineage);
  return { ...decision, parts: parts.toSorted((left, right) => placeOf(left) - placeOf(right)) };
}

export function withPartChanged(
  decision: SplitDecision,
  lineage: string,
  change: Partial<SplitPart>,
): SplitDecision {
  const parts = decision.parts.map((part) => (part.lineage === lineage ? { ...part, ...change } : part));
  return { ...decision, parts };
}

/** Of what is asked for nothing may be left open: a divided KSA needs a part. */
export const isDecided = (decision: MigrationDecision): boolean =>
  decision.kind !== 'split' || decision.parts.length > 0;
