import type { Evidence } from '../../ratings/evidence.ts';
import type { ItemContent } from './release-content.ts';

/** What a role asks for in one KSA, whatever its code and wording in a release. */
export interface LineageRequirement {
  readonly lineage: string;
  /** Whole number 1 … the highest level of the scale. */
  readonly requiredLevel: number;
  /** Whole number 1 … 100. */
  readonly weight: number;
  readonly critical: boolean;
  readonly evidence: Evidence;
  /** Somebody chose the evidence; otherwise it follows from whether the requirement is critical. */
  readonly evidenceChosen: boolean;
}

/** What of a KSA may be another without anything having to be decided. */
export type KeptChange = 'reworded' | 'moved' | 'recoded';

/** Which parts of a divided KSA the role asks for, each with its level and its weight. Lineages all. */
export interface SplitDecision {
  readonly kind: 'split';
  /** The divided KSA. */
  readonly lineage: string;
  readonly parts: readonly {
    readonly lineage: string;
    readonly requiredLevel: number;
    readonly weight: number;
  }[];
}

/** What the role asks for in the KSA that others have become together. */
export interface MergedDecision {
  readonly kind: 'merged';
  /** The KSA that they have become. */
  readonly lineage: string;
  readonly requiredLevel: number;
  readonly weight: number;
  readonly critical: boolean;
  readonly evidence: Evidence;
}

/** What the role asks for instead of a KSA that is retired; of nothing, the requirement is dropped. */
export interface RetiredDecision {
  readonly kind: 'retired';
  /** The retired KSA. */
  readonly lineage: string;
  readonly replacedBy: readonly string[];
}

export type MigrationDecision = SplitDecision | MergedDecision | RetiredDecision;

/** One requirement goes on by itself: the very KSA is in the newer release. */
export interface KeptStep {
  readonly kind: 'kept';
  readonly requirement: LineageRequirement;
  readonly before: ItemContent;
  readonly after: ItemContent;
  readonly changes: readonly KeptChange[];
}

export interface SplitStep {
  readonly kind: 'split';
  readonly requirement: LineageRequirement;
  readonly before: ItemContent;
  /** At least one, in code order. */
  readonly parts: readonly ItemContent[];
  readonly proposal: SplitDecision;
}

export interface MergedStep {
  readonly kind: 'merged';
  /** What the role asked for in each of them, as `from` has them; of others that were merged it asked for nothing. */
  readonly requirements: readonly LineageRequirement[];
  readonly from: readonly ItemContent[];
  readonly into: ItemContent;
  readonly proposal: MergedDecision;
}

export interface RetiredStep {
  readonly kind: 'retired';
  readonly requirement: LineageRequirement;
  readonly before: ItemContent;
  /** KSAs alone, in code order. */
  readonly replacements: readonly ItemContent[];
  readonly proposal: RetiredDecision;
}

/** What becomes of one requirement, or of several that have become one. */
export type MigrationStep = KeptStep | SplitStep | MergedStep | RetiredStep;

/** A requirement on the newer release. */
export interface MigratedRequirement extends LineageRequirement {
  readonly item: ItemContent;
  /** The KSAs of the older release that it comes from, by lineage: several where they have become one. */
  readonly from: readonly string[];
}
