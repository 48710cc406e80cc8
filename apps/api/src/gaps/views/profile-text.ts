import {
  type CompiledRoleProfile,
  compileRoleProfile,
  qualification,
  requirementView,
  slotOf,
  slotRanker,
  unknownLevel,
} from '#domain';
import type { ProfileRequirement, ProfileVersion } from '#roles';
import type { GapViewDto } from '../dto/gap-view.dto.ts';

type RequirementDto = GapViewDto['requirements'][number];
type Asked = Pick<
  RequirementDto,
  'ksaCode' | 'title' | 'definition' | 'requiredLevel' | 'weight' | 'critical' | 'evidence'
>;
type Shown = Omit<RequirementDto, keyof Asked | 'rating'>;
type Reason = GapViewDto['qualified']['reasons'][number];

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
  private readonly requirements: readonly ProfileRequirement[];
  private readonly asked: readonly string[];
  private readonly questions: readonly string[];
  private readonly codes: readonly string[];
  private readonly shown: (string | undefined)[];
  private readonly reasons: (string | undefined)[];

  constructor({ version, requirements }: ProfileVersion, maxLevel: number) {
    this.compiled = compileRoleProfile(requirements, maxLevel);
    this.ranked = slotRanker(this.compiled);
    this.version = version;
    this.requirements = requirements;
    this.asked = requirements.map(askedText);
    this.codes = requirements.map(({ ksaCode }) => JSON.stringify(ksaCode));
    this.questions = requirements.map((_, slot) => this.questionText(slot));
    const places = this.place(requirements.length, unknownLevel, 0);
    this.shown = Array.from({ length: places }, () => undefined);
    this.reasons = Array.from({ length: places }, () => undefined);
  }

  /** A requirement but for its rating, which is to follow: an object that is still open. */
  requirement(slot: number, attained: number, verified: number): string {
    const place = this.place(slot, attained, verified);
    return (this.asked[slot] as string) + (this.shown[place] ??= this.shownText(slot, attained, verified));
  }

  /** Why a requirement stands in the way of being qualified; empty when it does not. */
  reason(slot: number, attained: number, verified: number): string {
    return (this.reasons[this.place(slot, attained, verified)] ??= this.reasonText(slot, attained, verified));
  }

  nextBestQuestion(slot: number): string {
    return this.questions[slot] as string;
  }

  /** As a JSON string. */
  ksaCode(ksaNo: number): string {
    return this.codes[slotOf(this.compiled, ksaNo)] as string;
  }

  get ksaNos(): number[] {
    return this.requirements.map(({ ksaNo }) => ksaNo);
  }

  private shownText(slot: number, level: number, flag: number): string {
    const view = requirementView(this.compiled, slot, level, flag === 1, -1);
    const { attained, status, verified, gap, surplus, share, part, shortfall } = view;
    const shown: Shown = { attained, status, verified, gap, surplus, share, part, shortfall };
    return `${JSON.stringify(shown).slice(1, -1)},"rating":`;
  }

  private reasonText(slot: number, attained: number, verified: number): string {
    const view = requirementView(this.compiled, slot, attained, verified === 1, -1);
    const [against] = qualification([view]).reasons;
    if (against === undefined) return '';
    const { reason, levelsShort } = against;
    const short = levelsShort === undefined ? {} : { levelsShort };
    return JSON.stringify({ ...this.named(slot), reason, ...short } satisfies Reason);
  }

  private questionText(slot: number): string {
    const share = this.compiled.share[slot] as number;
    return JSON.stringify({ ...this.named(slot), share } satisfies GapViewDto['nextBestQuestion']);
  }

  private named(slot: number): { ksaCode: string; title: string } {
    const { ksaCode, title } = this.requirements[slot] as ProfileRequirement;
    return { ksaCode, title };
  }

  private place(slot: number, attained: number, verified: number): number {
    return (slot * (this.compiled.maxLevel + 2) + attained - unknownLevel) * 2 + verified;
  }
}

function askedText(requirement: ProfileRequirement): string {
  const { ksaCode, title, definition, requiredLevel, weight, critical, evidence } = requirement;
  const asked: Asked = { ksaCode, title, definition, requiredLevel, weight, critical, evidence };
  return `${JSON.stringify(asked).slice(0, -1)},`;
}
