import { Injectable } from '@nestjs/common';
import { type Calibrate, calibrator, defaultProficiencyScale } from '#domain';
import { FrameworksService, isOwnKsaNo } from '#frameworks';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { isTransaction, type RequestContext } from '#platform/context/request-context';
import { RolesService } from '#roles';
import type { GapViewDto } from '../dto/gap-view.dto.ts';
import { PoliciesService } from '../policies/policies.service.ts';
import type { GapViewFacts } from './gap-view.statement.ts';
import { ProfileText } from './profile-text.ts';

/** A profile version's texts are some 60 kB, what else a ground consists of a few. */
const MOST_PROFILES = 400;
const MOST_GROUNDS = 1_000;

/** What never changes of a gap view, ready to be written: texts are JSON. */
export interface ViewGround {
  readonly profile: ProfileText;
  readonly calibrate: Calibrate;
  readonly policy: string;
  readonly release: string;
}

/** Held in memory by tenant: versions of role profiles and policies are never edited, nor are published releases. */
@Injectable()
export class ViewGrounds {
  private readonly grounds = new BoundedCache<ViewGround>(MOST_GROUNDS);
  private readonly profiles = new BoundedCache<ProfileText>(MOST_PROFILES);

  constructor(
    private readonly policies: PoliciesService,
    private readonly roles: RolesService,
    private readonly frameworks: FrameworksService,
  ) {}

  async of(context: RequestContext, facts: GapViewFacts): Promise<ViewGround> {
    const { profileVersionNo, maxLevel, policyVersion } = facts;
    const key = `${context.tenantId}/${profileVersionNo}/${maxLevel}/${policyVersion}`;
    return this.grounds.get(key) ?? this.make(context, facts, key);
  }

  private async make(context: RequestContext, facts: GapViewFacts, key: string): Promise<ViewGround> {
    const profile = await this.profileText(context, facts);
    const policy = await this.policies.byVersion(context, Number(facts.policyVersion));
    const { id, label, framework } = await this.frameworks.release(context, facts.releaseId);
    const { version, name, kind } = policy;
    const ground: ViewGround = {
      profile,
      calibrate: calibrator(policy, profile.ksaNos),
      policy: JSON.stringify({ version, name, kind } satisfies GapViewDto['policy']),
      release: JSON.stringify({ id, label, framework } satisfies GapViewDto['release']),
    };
    // Inside a transaction what is read may yet be rolled back, and its number be given to something else.
    if (!isTransaction(context) && isFixed(profile)) this.grounds.set(key, ground);
    return ground;
  }

  private async profileText(context: RequestContext, facts: GapViewFacts): Promise<ProfileText> {
    const maxLevel = Number(facts.maxLevel) || defaultProficiencyScale.maxLevel;
    const key = `${context.tenantId}/${facts.profileVersionNo}/${maxLevel}`;
    const known = this.profiles.get(key);
    if (known !== undefined) return known;
    const version = await this.roles.profileVersion(context, Number(facts.profileVersionNo));
    const made = new ProfileText(version, maxLevel);
    if (!isTransaction(context) && isFixed(made)) this.profiles.set(key, made);
    return made;
  }
}

/** Unless it asks for something of the organisation's own, which may be worded otherwise at any time. */
const isFixed = ({ ksaNos }: ProfileText): boolean => !ksaNos.some(isOwnKsaNo);
