import {
  type Calibrate,
  calibrator,
  type CompiledRoleProfile,
  compileRoleProfile,
  qualification,
  type RatingPolicy,
  requirementView,
  slotOf,
  slotRanker,
  unknownLevel,
} from '#domain';
import { BoundedCache } from '#platform/cache/bounded-cache';
import type { ProfileVersion } from '#roles';
import type { GapViewDto } from '../dto/gap-view.dto.ts';

type RequirementDto = GapViewDto['requirements'][number];
type Asked = Pick<
  RequirementDto,
  'ksaCode' | 'title' | 'definition' | 'requiredLevel' | 'weight' | 'critical' | 'evidence'
>;
type Reason = GapViewDto['qualified']['reasons'][number];
type Shown = Omit<RequirementDto, keyof Asked | 'rating'>;

/** An organisation's policy changes seldom: scores of one profile version were made by few of its versions. */
const MOST_POLICIES = 4;

/**
 * A published profile version ready to be written into any number of gap views. What is said of a requirement follows
 * from its slot, the attained level and whether it is verified: each such text is made once, by the domain's own
 * functions.
 */
export class ProfileText {
  readonly compiled: CompiledRoleProfile;
  readonly ranked: (attained: ArrayLike<number>) => Int32Array;
  /** The version as people count it. */
  readonly version: number;
  private readonly asked: readonly string[];
  private readonly shown: (string | undefined)[];
  private readonly reasons: (string | undefined)[];
  private readonly calibrators = new BoundedCache<Calibrate>(MOST_POLICIES);
  private readonly requirements: ProfileVersion['requirements'];

  constructor({ version, requirements }: ProfileVersion, maxLevel: number) {
    this.compiled = compileRoleProfile(requirements, maxLevel);
    this.ranked = slotRanker(this.compiled);
    this.version = version;
    this.requirements = requirements;
    const places = this.place(requirements.length, unknownLevel, 0);
    this.shown = Array.from({ length: places }, () => undefined);
    this.reasons = Array.from({ length: places }, () => undefined);
    this.asked = requirements.map((requirement) => {
      const { ksaCode, title, definition, requiredLevel, weight, critical, evidence } = requirement;
      const asked: Asked = { ksaCode, title, definition, requiredLevel, weight, critical, evidence };
      return openText(asked);
    });
  }

  /** The requirement but for its rating: an object that is still open. */
  requirement(slot: number, attained: number, verified: number): string {
    const place = this.place(slot, attained, verified);
    return `${this.asked[slot] ?? ''},${(this.shown[place] ??= this.shownText(slot, attained, verified))}`;
  }

  /** Why it stands in the way of being qualified; empty when it does not. */
  reason(slot: number, attained: number, verified: number): string {
    return (this.reasons[this.place(slot, attained, verified)] ??= this.reasonText(slot, attained, verified));
  }

  nextBestQuestion(slot: number): string {
    const share = this.compiled.share[slot] ?? 0;
    return JSON.stringify({ ...this.named(slot), share } satisfies GapViewDto['nextBestQuestion']);
  }

  calibrator(policy: RatingPolicy): Calibrate {
    const key = String(policy.version);
    const known = this.calibrators.get(key);
    if (known !== undefined) return known;
    const made = calibrator(
      policy,
      this.requirements.map(({ ksaNo }) => ksaNo),
    );
    this.calibrators.set(key, made);
    return made;
  }

  ksaCode(ksaNo: number): string {
    return this.named(slotOf(this.compiled, ksaNo)).ksaCode;
  }

  private shownText(slot: number, level: number, flag: number): string {
    const view = requirementView(this.compiled, slot, level, flag === 1, -1);
    const { attained, status, verified, gap, surplus, share, part, shortfall } = view;
    const shown: Shown = { attained, status, verified, gap, surplus, share, part, shortfall };
    return openText(shown).slice(1);
  }

  private reasonText(slot: number, attained: number, verified: number): string {
    const view = requirementView(this.compiled, slot, attained, verified === 1, -1);
    const [against] = qualification([view]).reasons;
    if (against === undefined) return '';
    const { reason, levelsShort } = against;
    const short = levelsShort === undefined ? {} : { levelsShort };
    return JSON.stringify({ ...this.named(slot), reason, ...short } satisfies Reason);
  }

  private named(slot: number): { ksaCode: string; title: string } {
    const requirement = this.requirements[slot];
    if (requirement === undefined) throw new Error(`Version ${this.version} has no requirement ${slot}.`);
    return { ksaCode: requirement.ksaCode, title: requirement.title };
  }

  private place(slot: number, attained: number, verified: number): number {
    return (slot * (this.compiled.maxLevel + 2) + attained - unknownLevel) * 2 + verified;
  }
}

/** An object's JSON without its last brace. */
function openText(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}
