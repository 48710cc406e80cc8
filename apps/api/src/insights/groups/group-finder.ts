import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { TeamsService } from '#workforce';
import { type Group, ORGANISATION } from './group.types.ts';
import { GroupsRepository } from './groups.repository.ts';

/** How the whole organisation is named where a team's id may stand. */
export const ORGANISATION_KEY = 'organisation';

@Injectable()
export class GroupFinder {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly teams: TeamsService,
  ) {}

  /** @param key `organisation` or a team's id */
  async find(context: RequestContext, key: string): Promise<Group> {
    if (key === ORGANISATION_KEY) {
      return { teamNo: ORGANISATION, team: null, workerCount: await this.groups.workerCount(context) };
    }
    const { teamNo, id, name, site, workerCount } = await this.teams.teamById(context, key);
    return { teamNo, team: { id, name, site }, workerCount };
  }
}
