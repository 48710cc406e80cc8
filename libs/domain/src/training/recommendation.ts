import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import type { CompiledCatalogue } from './catalogue.ts';

/** What may be spent; `null` is no limit. */
export interface TrainingBudget {
  /** Whole minutes, 0 and up. */
  readonly minutes: number | null;
  /** Whole cents, 0 and up. With a limit, programmes of unknown cost are not chosen. */
  readonly costCents: number | null;
}

export interface RecommendationInput {
  readonly profile: CompiledRoleProfile;
  /** The worker's attained level by KSA number, beyond the profile's KSAs too; absent (or −1): unknown. */
  readonly attained: ReadonlyMap<number, number>;
  /** Compiled once, for all workers; on the profile's scale. */
  readonly catalogue: CompiledCatalogue;
  readonly budget: TrainingBudget;
  /** Programmes that the worker has completed: they fulfil prerequisites and are not chosen again. */
  readonly completed?: readonly string[];
  /** `assess-first` (default): nobody is trained for an unknown. `as-zero`: an unknown is trained for as a 0. */
  readonly unknowns?: 'assess-first' | 'as-zero';
  /** How much may be done after a first answer to better it, in looks at a programme; usually 10,000. */
  readonly effort?: number;
}

/** One KSA that a step lifts towards what the role requires. */
export interface StepClosing {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly from: number;
  readonly to: number;
  readonly requiredLevel: number;
  /** Readiness gained by it: numerator. */
  readonly gained: number;
}

/** One programme to take, in an order that keeps the prerequisites. */
export interface TrainingStep {
  readonly programmeId: string;
  readonly minutes: number;
  readonly costCents: number | null;
  /** Empty for a step that only opens the way to a later one. */
  readonly closes: readonly StepClosing[];
  /** Readiness gained by this step: numerator. */
  readonly gained: number;
  /** Shortfall of all short requirements that is left after this step: numerator. */
  readonly remaining: number;
}

/** A requirement that stays short after every step. */
export interface RemainingGap {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly level: number;
  readonly requiredLevel: number;
  /** Numerator. */
  readonly shortfall: number;
}

export interface Recommendation {
  readonly algorithm: string;
  /** Every numerator here is over the profile's denominator. */
  readonly denominator: number;
  /** Readiness gained by all steps: numerator. */
  readonly gained: number;
  /** Certificate: no set within the budget gains more than this numerator. Never below the optimum. */
  readonly bound: number;
  /** `gained` and `bound` meet: nothing better exists within the budget. */
  readonly optimal: boolean;
  readonly minutes: number;
  /** Sum of the known costs. */
  readonly costCents: number;
  readonly steps: readonly TrainingStep[];
  readonly remainingGaps: readonly RemainingGap[];
  /** Short KSAs that no programme of the catalogue raises above the attained level. */
  readonly uncovered: readonly number[];
  /** Unknown KSAs of the profile: to be assessed before anybody is trained for them. */
  readonly assessFirst: readonly number[];
}
