import { Injectable } from '@nestjs/common';
import { compileRoleProfile } from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { defaultRequiredLevel, newRequirement } from '#roles';
import { WorkforceService } from '#workforce';
import { KsaWordsService } from '../groups/ksa-words.ts';
import type { KnownRole } from './path-role.types.ts';
import { PublishedRolesRepository } from './published-roles.repository.ts';

/** The roles that one may look at: the organisation's own, and the framework's occupations. */
@Injectable()
export class PathRolesService {
  constructor(
    private readonly published: PublishedRolesRepository,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
    private readonly words: KsaWordsService,
  ) {}

  /** Published, by name. */
  async roleProfiles(context: RequestContext): Promise<KnownRole[]> {
    const { maxLevel } = await this.workforce.scale(context);
    const roles = await this.published.all(context);
    const ksaNos = new Set(roles.flatMap(({ requirements }) => requirements.map(({ ksaNo }) => ksaNo)));
    const wordsOf = await this.words.of(context, [...ksaNos]);
    return roles.map(({ id, name, version, requirements }) => ({
      ...{ kind: 'role-profile', id, name, technologyArea: null, version },
      profile: compileRoleProfile(
        requirements.map((requirement) => ({ ...requirement, ksaCode: wordsOf(requirement.ksaNo).ksaCode })),
        maxLevel,
      ),
    }));
  }

  /** Of the current release, by title; each as a role profile begins that is made of it. */
  async occupations(context: RequestContext): Promise<KnownRole[]> {
    const { maxLevel } = await this.workforce.scale(context);
    const index = await this.frameworks.releaseIndex(context);
    const level = defaultRequiredLevel(maxLevel);
    return index.occupations.flatMap(({ id, title, technologyAreaName }): KnownRole[] => {
      const ksas = index.ksasOf(id);
      if (ksas.length === 0) return [];
      const requirements = ksas.map((ksa) => ({ ...newRequirement(ksa, level), ksaCode: ksa.code }));
      const profile = compileRoleProfile(requirements, maxLevel);
      return [
        { kind: 'occupation', id, name: title, technologyArea: technologyAreaName, version: null, profile },
      ];
    });
  }
}
