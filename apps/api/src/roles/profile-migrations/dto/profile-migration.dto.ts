import { z } from 'zod';
import { evidences, type ItemContent, type LineageRequirement, type MigrationStep } from '#domain';
import type { Release } from '#frameworks';
import { listQuery } from '#platform/http/list';
import type { MigrationPlan, WayBack } from '../profile-migration.types.ts';
import {
  migrationDecisionDto,
  mergedDecisionDto,
  retiredDecisionDto,
  splitDecisionDto,
} from './decision.dto.ts';

const MOST_DECISIONS = 1000;

export const migrationQuery = z.strictObject({
  releaseId: z.uuid().optional().meta({ description: 'Without it, the current release.' }),
});

export type MigrationQuery = z.output<typeof migrationQuery>;

export const migrationDecisionsDto = z
  .strictObject({ releaseId: z.uuid(), decisions: z.array(migrationDecisionDto).max(MOST_DECISIONS) })
  .meta({ id: 'MigrationDecisions' });

export type MigrationDecisionsDto = z.output<typeof migrationDecisionsDto>;

export const migrateProfileDto = z
  .strictObject({
    ...migrationDecisionsDto.shape,
    publish: z.boolean().default(false).meta({
      description: 'At once, where there are no unpublished changes; else it becomes the draft.',
    }),
  })
  .meta({ id: 'MigrateProfile' });

export type MigrateProfileDto = z.output<typeof migrateProfileDto>;

export const profileMigrationsQuery = listQuery({ sort: ['name'] });

export type ProfileMigrationsQuery = z.output<typeof profileMigrationsQuery>;

const releaseName = z.strictObject({ id: z.uuid(), label: z.string() }).meta({ id: 'ReleaseName' });

const migratingKsa = z
  .strictObject({
    lineage: z.uuid(),
    ksaCode: z.string(),
    title: z.string(),
    definition: z.string().nullable(),
  })
  .meta({ id: 'MigratingKsa' });

const migratingRequirement = z
  .strictObject({
    ...migratingKsa.shape,
    requiredLevel: z.int(),
    weight: z.int(),
    critical: z.boolean(),
    evidence: z.enum(evidences),
  })
  .meta({ id: 'MigratingRequirement', description: 'As the role profile asks for it now.' });

const migrationStepDto = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('kept'),
        before: migratingRequirement,
        after: migratingKsa,
        changes: z
          .array(z.enum(['reworded', 'moved', 'recoded']))
          .meta({ description: 'Of the KSA; what is asked for stays.' }),
      })
      .meta({ id: 'KeptStep' }),
    z
      .strictObject({
        kind: z.literal('split'),
        before: migratingRequirement,
        parts: z.array(migratingKsa),
        proposal: splitDecisionDto,
      })
      .meta({ id: 'SplitStep' }),
    z
      .strictObject({
        kind: z.literal('merged'),
        before: z.array(migratingRequirement),
        into: migratingKsa,
        proposal: mergedDecisionDto,
      })
      .meta({ id: 'MergedStep' }),
    z
      .strictObject({
        kind: z.literal('retired'),
        before: migratingRequirement,
        replacements: z.array(migratingKsa),
        proposal: retiredDecisionDto,
      })
      .meta({ id: 'RetiredStep' }),
  ])
  .meta({ id: 'MigrationStep' });

const count = z.int().min(0);
const counts = z
  .strictObject({ kept: count, split: count, merged: count, retired: count })
  .meta({ id: 'MigrationCounts', description: 'Steps: all but the kept ones need a decision.' });

export const profileMigrationDto = z
  .strictObject({
    roleProfileId: z.uuid(),
    name: z.string(),
    from: releaseName,
    to: releaseName.nullable().meta({ description: 'Null: it is on the current release.' }),
    hasDraft: z.boolean().meta({ description: 'There are unpublished changes: they go along, as a draft.' }),
    counts,
    steps: z.array(migrationStepDto),
    undo: z
      .strictObject({
        to: releaseName,
        migratedAt: z.iso.datetime(),
        migratedBy: z.string(),
        isPublished: z.boolean().meta({ description: 'What is undone becomes a new published version.' }),
        changedSince: count.meta({
          description: 'Requirements added, changed or removed since it was moved: they go.',
        }),
      })
      .nullable()
      .meta({
        description: 'The latest move, while the role profile is on the release that it was moved to.',
      }),
  })
  .meta({ id: 'ProfileMigration' });

export type ProfileMigrationDto = z.output<typeof profileMigrationDto>;

export const profileBehindDto = z
  .strictObject({
    id: z.uuid().meta({ description: 'The role profile’s.' }),
    name: z.string(),
    from: releaseName,
    to: releaseName,
    counts,
  })
  .meta({ id: 'ProfileBehind' });

export type ProfileBehindDto = z.output<typeof profileBehindDto>;

export function toProfileMigrationDto(
  { profile, from, to, steps }: MigrationPlan,
  wayBack: WayBack | null,
): ProfileMigrationDto {
  return {
    roleProfileId: profile.id,
    name: profile.name,
    from: toReleaseName(from),
    to: to === null ? null : toReleaseName(to),
    hasDraft: profile.draftVersionNo !== null,
    counts: countsOf(steps),
    steps: steps.map(toStepDto),
    undo: wayBack && {
      to: toReleaseName(wayBack.to),
      migratedAt: wayBack.migration.migratedAt.toISOString(),
      migratedBy: wayBack.migration.migratedBy,
      isPublished: wayBack.isPublished,
      changedSince: wayBack.changedSince,
    },
  };
}

export function toProfileBehindDto({ profile, from, to, steps }: MigrationPlan): ProfileBehindDto {
  return {
    id: profile.id,
    name: profile.name,
    from: toReleaseName(from),
    to: toReleaseName(to ?? from),
    counts: countsOf(steps),
  };
}

const toReleaseName = ({ id, label }: Release) => ({ id, label });

function countsOf(steps: readonly MigrationStep[]): ProfileMigrationDto['counts'] {
  const of = (kind: MigrationStep['kind']) => steps.filter((step) => step.kind === kind).length;
  return { kept: of('kept'), split: of('split'), merged: of('merged'), retired: of('retired') };
}

function toStepDto(step: MigrationStep): ProfileMigrationDto['steps'][number] {
  switch (step.kind) {
    case 'kept': {
      const { kind, requirement, before, after, changes } = step;
      return { kind, before: asked(before, requirement), after: toKsa(after), changes: [...changes] };
    }
    case 'split': {
      const { kind, requirement, before, parts, proposal } = step;
      return {
        ...{ kind, before: asked(before, requirement), parts: parts.map(toKsa) },
        proposal: { ...proposal, parts: proposal.parts.map((part) => ({ ...part })) },
      };
    }
    case 'merged': {
      const { kind, requirements, from, into, proposal } = step;
      const before = from.map((item, place) => asked(item, requirements[place] as LineageRequirement));
      return { kind, before, into: toKsa(into), proposal };
    }
    case 'retired': {
      const { kind, requirement, before, replacements, proposal } = step;
      return {
        ...{ kind, before: asked(before, requirement), replacements: replacements.map(toKsa) },
        proposal: { ...proposal, replacedBy: [...proposal.replacedBy] },
      };
    }
  }
}

function toKsa({ lineage, code, title, definition }: ItemContent) {
  return { lineage, ksaCode: code, title, definition };
}

function asked(item: ItemContent, { requiredLevel, weight, critical, evidence }: LineageRequirement) {
  return { ...toKsa(item), requiredLevel, weight, critical, evidence };
}
