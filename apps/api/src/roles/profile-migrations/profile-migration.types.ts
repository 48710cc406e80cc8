import type { MigrationDecision, MigrationStep } from '#domain';
import type { Release } from '#frameworks';
import type { RoleProfile, StoredRequirement } from '../roles.types.ts';

/** What moving a role profile to another release takes. */
export interface MigrationPlan {
  readonly profile: RoleProfile;
  readonly from: Release;
  /** Null: it is on the current release already. */
  readonly to: Release | null;
  /** In the code order of the release that it is on. */
  readonly steps: readonly MigrationStep[];
}

/** A migration that was carried out, with what there was before it. */
export interface StoredMigration {
  readonly id: string;
  /** The version that it made. */
  readonly profileVersionNo: number;
  readonly fromReleaseId: string;
  readonly toReleaseId: string;
  /** Changes that were not published went along. */
  readonly wasDraft: boolean;
  readonly requirements: readonly StoredRequirement[];
  readonly occupationIds: readonly string[];
  readonly decisions: readonly MigrationDecision[];
  readonly migratedAt: Date;
  readonly migratedBy: string;
}

/** What undoing the latest migration comes to. */
export interface WayBack {
  readonly migration: StoredMigration;
  readonly to: Release;
  /** What is undone becomes a new published version. */
  readonly isPublished: boolean;
  /** How many requirements were added, changed or removed since the profile was moved: they go. */
  readonly changedSince: number;
}
