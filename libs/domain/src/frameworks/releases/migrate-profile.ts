import { isListOfRecords } from '../../given.ts';
import { compareCodes } from '../ksa-code.ts';
import { assertBetween, assertItems } from './assert-release-content.ts';
import { combined, shareWeight } from './combine-requirements.ts';
import { diffReleases } from './diff-releases.ts';
import { fatesOf } from './fates.ts';
import { byOrigin } from './follow-successions.ts';
import { MigrationError } from './migration.errors.ts';
import { assertSound } from './migration-requirement.ts';
import type {
  KeptChange,
  LineageRequirement,
  MergedStep,
  MigrationStep,
  RetiredStep,
  SplitStep,
} from './migration-step.ts';
import type { ItemContent, ReleaseContent, Succession } from './release-content.ts';

/**
 * What becomes of a role profile's requirements on another release: one step a requirement, or a KSA that several have
 * become, in the code order of the older release. Everything but a step that is kept needs a decision; its proposal asks
 * for no less than before: every part of a split at the same level, what was merged at the highest level with all their
 * weight, what is retired by its replacements or, without any, not at all.
 *
 * Throws, naming the KSA, `migration.unknown-requirement` for what is no KSA of the older release,
 * `migration.duplicate-requirement`, and for a level below 1, a weight or an evidence that is none;
 * `migration.invalid-requirement` and `frameworks.invalid-release` for what is none at all.
 *
 * @param between the successions of each release after `older` up to and with `newer`, the earliest first; none where
 *   one did not come from the other: then what the newer one has not is retired
 */
export function planMigration(
  requirements: readonly LineageRequirement[],
  older: Pick<ReleaseContent, 'items'>,
  newer: Pick<ReleaseContent, 'items'>,
  between: readonly (readonly Succession[])[],
): MigrationStep[] {
  assertItems(older, '/older');
  assertItems(newer, '/newer');
  assertBetween(between);
  if (!isListOfRecords(requirements))
    throw new MigrationError(
      'migration.invalid-requirement',
      'Requirements come as a list.',
      '/requirements',
    );
  const before = ksasOf(older);
  const after = ksasOf(newer);
  const steps: MigrationStep[] = [];
  const merging = new Map<string, Merging[]>();
  const successions = between.map((each) => byOrigin(each.filter(({ subject }) => subject === 'item')));
  const fates = fatesOf([...before.values()], [...after.values()], successions);
  const changes = keptChanges(older, newer, between);

  for (const [requirement, was] of identified(requirements, before)) {
    const { kind, into } = fates.get(was.lineage) ?? { kind: 'kept', into: [was.lineage] };
    const items = into.map((lineage) => after.get(lineage) as ItemContent).sort(byCode);
    const [first] = items as [ItemContent];
    if (kind === 'retired') steps.push(retired(requirement, was, items));
    else if (kind === 'split') steps.push(split(requirement, was, items));
    else if (kind === 'merged')
      merging.set(first.lineage, [...(merging.get(first.lineage) ?? []), { requirement, was }]);
    else {
      const told = changes.get(was.lineage) ?? [];
      steps.push({ kind, requirement, before: was, after: first, changes: told });
    }
  }
  for (const [target, those] of merging) steps.push(merged(after.get(target) as ItemContent, those));
  return steps.sort((left, right) => byCode(firstOf(left), firstOf(right)));
}

interface Merging {
  readonly requirement: LineageRequirement;
  readonly was: ItemContent;
}

function split(requirement: LineageRequirement, was: ItemContent, parts: readonly ItemContent[]): SplitStep {
  const { requiredLevel, weight } = requirement;
  const weights = shareWeight(weight, parts.length);
  return {
    ...{ kind: 'split', requirement, before: was, parts },
    proposal: {
      ...{ kind: 'split', lineage: was.lineage },
      parts: parts.map(({ lineage }, place) => ({
        ...{ lineage, requiredLevel },
        weight: weights[place] as number,
      })),
    },
  };
}

function merged(into: ItemContent, those: readonly Merging[]): MergedStep {
  const inOrder = those.toSorted((left, right) => byCode(left.was, right.was));
  const requirements = inOrder.map(({ requirement }) => requirement);
  const { requiredLevel, weight, critical, evidence } = combined(requirements);
  return {
    ...{ kind: 'merged', requirements, from: inOrder.map(({ was }) => was), into },
    proposal: { kind: 'merged', lineage: into.lineage, requiredLevel, weight, critical, evidence },
  };
}

function retired(
  requirement: LineageRequirement,
  was: ItemContent,
  replacements: readonly ItemContent[],
): RetiredStep {
  const replacedBy = replacements.map(({ lineage }) => lineage);
  return {
    ...{ kind: 'retired', requirement, before: was, replacements },
    proposal: { kind: 'retired', lineage: was.lineage, replacedBy },
  };
}

function identified(
  requirements: readonly LineageRequirement[],
  ksas: ReadonlyMap<string, ItemContent>,
): (readonly [LineageRequirement, ItemContent])[] {
  const seen = new Set<string>();
  return requirements.map((requirement, place) => {
    const item = ksas.get(requirement.lineage);
    const pointer = `/requirements/${place}`;
    if (item === undefined) {
      const detail = `Requirement ${place + 1} (${requirement.lineage}) asks for no KSA of the older release.`;
      throw new MigrationError('migration.unknown-requirement', detail, pointer);
    }
    if (seen.has(item.lineage))
      throw new MigrationError(
        'migration.duplicate-requirement',
        `KSA ${item.code} is required twice.`,
        pointer,
      );
    seen.add(item.lineage);
    assertSound(requirement, item, pointer);
    return [requirement, item];
  });
}

/** As the comparison of both releases tells them. */
function keptChanges(
  older: Pick<ReleaseContent, 'items'>,
  newer: Pick<ReleaseContent, 'items'>,
  between: readonly (readonly Succession[])[],
): ReadonlyMap<string, readonly KeptChange[]> {
  const changes = new Map<string, KeptChange[]>();
  for (const change of diffReleases(itemsAlone(older), itemsAlone(newer), between).items) {
    if (change.kind !== 'reworded' && change.kind !== 'moved' && change.kind !== 'recoded') continue;
    const { lineage } = change.before;
    changes.set(lineage, [...(changes.get(lineage) ?? []), change.kind]);
  }
  return changes;
}

const itemsAlone = ({ items }: Pick<ReleaseContent, 'items'>): ReleaseContent => ({
  ...{ items, areas: [], occupations: [], selections: [], successions: [] },
});

const ksasOf = ({ items }: Pick<ReleaseContent, 'items'>): ReadonlyMap<string, ItemContent> =>
  new Map(items.filter(({ kind }) => kind === 'ksa').map((item) => [item.lineage, item]));

function firstOf(step: MigrationStep): ItemContent {
  return step.kind === 'merged' ? (step.from[0] as ItemContent) : step.before;
}

const byCode = (left: ItemContent, right: ItemContent): number => compareCodes(left.code, right.code);
