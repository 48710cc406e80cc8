import { highestWeight, lowestWeight } from '../../gaps/role-profile.ts';
import { defaultEvidence, evidences } from '../../ratings/evidence.ts';
import { assertMaxLevel } from '../../scales/proficiency-scale.ts';
import { compareCodes } from '../ksa-code.ts';
import { assertDecisions, assertSteps } from './assert-migration.ts';
import { type Asked, combined, shareWeight } from './combine-requirements.ts';
import { MigrationError, type MigrationErrorCode } from './migration.errors.ts';
import type {
  MergedDecision,
  MergedStep,
  MigratedRequirement,
  MigrationDecision,
  MigrationStep,
  RetiredDecision,
  RetiredStep,
  SplitDecision,
  SplitStep,
} from './migration-step.ts';
import type { ItemContent } from './release-content.ts';

/**
 * The requirements on the newer release, in code order: what is kept as it was, and of everything else what was decided.
 * Where two of them come to ask for one KSA, it is asked for by the rule of a merger.
 *
 * Throws a typed error that names the KSA, with a pointer into the decisions: when one is missing, comes twice or has
 * nothing to decide, names a part that is none, or a level or weight is out of range; `migration.invalid-step` and
 * `migration.invalid-decision` for what is none at all.
 *
 * @param decisions in any order
 */
export function decideMigration(
  steps: readonly MigrationStep[],
  decisions: readonly MigrationDecision[],
  maxLevel: number,
): MigratedRequirement[] {
  assertMaxLevel(maxLevel);
  assertSteps(steps);
  assertDecisions(decisions);
  const decided = byStep(steps, decisions);
  const asked = new Map<
    string,
    { readonly item: ItemContent; readonly from: string[]; readonly all: Asked[] }
  >();
  const ask = (item: ItemContent, from: readonly string[], what: Asked) => {
    const known = asked.get(item.lineage) ?? { item, from: [], all: [] };
    known.from.push(...from);
    known.all.push(what);
    asked.set(item.lineage, known);
  };
  for (const step of steps) {
    if (step.kind === 'kept') {
      ask(step.after, [step.requirement.lineage], step.requirement);
      continue;
    }
    const at = decided.get(step);
    if (at === undefined) throw missing(step);
    if (step.kind === 'split') askParts(step, at.decision as SplitDecision, at.pointer, maxLevel, ask);
    else if (step.kind === 'merged')
      askMerged(step, at.decision as MergedDecision, at.pointer, maxLevel, ask);
    else askReplacements(step, at.decision as RetiredDecision, at.pointer, ask);
  }
  return [...asked.values()]
    .map(({ item, from, all }) => {
      const { requiredLevel, weight, critical, evidence, evidenceChosen } =
        all.length === 1 ? (all[0] as Asked) : combined(all);
      return {
        ...{ lineage: item.lineage, requiredLevel, weight, critical, evidence, evidenceChosen },
        ...{ item, from },
      };
    })
    .sort((left, right) => compareCodes(left.item.code, right.item.code));
}

type Ask = (item: ItemContent, from: readonly string[], what: Asked) => void;

function askParts(
  { requirement, before, parts }: SplitStep,
  decision: SplitDecision,
  pointer: string,
  maxLevel: number,
  ask: Ask,
): void {
  if (decision.parts.length === 0) {
    const detail = `Of ${nameOf(before)}, which is divided, at least one part must be asked for.`;
    throw new MigrationError('migration.no-part', detail, `${pointer}/parts`);
  }
  const chosen = pick(
    before,
    parts,
    decision.parts.map(({ lineage }) => lineage),
    (place) => `${pointer}/parts/${place}/lineage`,
  );
  decision.parts.forEach(({ requiredLevel, weight }, place) => {
    const item = chosen[place] as ItemContent;
    assertRange(item, requiredLevel, weight, maxLevel, `${pointer}/parts/${place}`);
    ask(item, [before.lineage], { ...requirement, requiredLevel, weight });
  });
}

function askMerged(
  { requirements, from, into }: MergedStep,
  { requiredLevel, weight, critical, evidence }: MergedDecision,
  pointer: string,
  maxLevel: number,
  ask: Ask,
): void {
  assertRange(into, requiredLevel, weight, maxLevel, pointer);
  if (!evidences.includes(evidence)) {
    const detail = `"${evidence}" is no evidence that ${nameOf(into)} can ask for.`;
    throw new MigrationError('migration.invalid-evidence', detail, `${pointer}/evidence`);
  }
  const evidenceChosen =
    requirements.some((each) => each.evidenceChosen) || evidence !== defaultEvidence(critical);
  ask(
    into,
    from.map(({ lineage }) => lineage),
    { requiredLevel, weight, critical, evidence, evidenceChosen },
  );
}

function askReplacements(
  { requirement, before, replacements }: RetiredStep,
  { replacedBy }: RetiredDecision,
  pointer: string,
  ask: Ask,
): void {
  const chosen = pick(before, replacements, replacedBy, (place) => `${pointer}/replacedBy/${place}`);
  const weights = shareWeight(requirement.weight, chosen.length);
  chosen.forEach((item, place) => {
    ask(item, [before.lineage], { ...requirement, weight: weights[place] as number });
  });
}

function pick(
  of: ItemContent,
  offered: readonly ItemContent[],
  lineages: readonly string[],
  pointerTo: (place: number) => string,
): ItemContent[] {
  const items = new Map(offered.map((item) => [item.lineage, item]));
  return lineages.map((lineage, place) => {
    const item = items.get(lineage);
    if (item === undefined) {
      const detail = `${lineage} is nothing that ${nameOf(of)} has become.`;
      throw new MigrationError('migration.unknown-part', detail, pointerTo(place));
    }
    if (lineages.indexOf(lineage) !== place) {
      const detail = `${nameOf(item)} is named twice for ${nameOf(of)}.`;
      throw new MigrationError('migration.duplicate-part', detail, pointerTo(place));
    }
    return item;
  });
}

function assertRange(
  item: ItemContent,
  requiredLevel: number,
  weight: number,
  maxLevel: number,
  pointer: string,
): void {
  const refuse = (code: MigrationErrorCode, what: string, highest: number, field: string) => {
    const detail = `The ${what} of ${nameOf(item)} must be a whole number 1 to ${highest}.`;
    throw new MigrationError(code, detail, `${pointer}/${field}`);
  };
  if (!Number.isInteger(requiredLevel) || requiredLevel < 1 || requiredLevel > maxLevel)
    refuse('migration.level-off-scale', 'required level', maxLevel, 'requiredLevel');
  if (!Number.isInteger(weight) || weight < lowestWeight || weight > highestWeight)
    refuse('migration.invalid-weight', 'weight', highestWeight, 'weight');
}

interface Decided {
  readonly decision: MigrationDecision;
  readonly pointer: string;
}

function byStep(
  steps: readonly MigrationStep[],
  decisions: readonly MigrationDecision[],
): ReadonlyMap<MigrationStep, Decided> {
  const open = new Map(
    steps.flatMap((step) => (step.kind === 'kept' ? [] : [[keyOf(step.proposal), step] as const])),
  );
  const decided = new Map<MigrationStep, Decided>();
  decisions.forEach((decision, place) => {
    const pointer = `/decisions/${place}`;
    const step = open.get(keyOf(decision));
    if (step === undefined) {
      const detail = `Nothing that is ${decision.kind} has the lineage ${decision.lineage}.`;
      throw new MigrationError('migration.nothing-to-decide', detail, `${pointer}/lineage`);
    }
    if (decided.has(step)) {
      const detail = `What becomes of ${subjectOf(step)} is decided twice.`;
      throw new MigrationError('migration.duplicate-decision', detail, pointer);
    }
    decided.set(step, { decision, pointer });
  });
  return decided;
}

const keyOf = ({ kind, lineage }: MigrationDecision): string => `${kind} ${lineage}`;

function missing(step: MigrationStep): MigrationError {
  const detail = `What becomes of ${subjectOf(step)}, which is ${step.kind}, is still to be decided.`;
  return new MigrationError('migration.decision-missing', detail, '/decisions');
}

function subjectOf(step: MigrationStep): string {
  return step.kind === 'merged' ? step.from.map(nameOf).join(' and ') : nameOf(step.before);
}

const nameOf = ({ code, title }: ItemContent): string => `${code} ${title}`;
