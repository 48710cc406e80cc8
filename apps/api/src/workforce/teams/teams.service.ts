import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { TeamInputDto, TeamsQuery } from './dto/team.dto.ts';
import type { Team, TeamMinimum } from './team.types.ts';
import {
  ksaUnknown,
  minimumNotFound,
  teamChanged,
  teamExists,
  teamNotEmpty,
  teamNotFound,
} from './teams.errors.ts';
import { TeamsRepository } from './teams.repository.ts';

/** Who works together, where, and how many of them must meet which KSA. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly teams: TeamsRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  list(context: RequestContext, query: TeamsQuery): Promise<{ rows: Team[]; total: number }> {
    return this.teams.list(context, query);
  }

  async teamById(context: RequestContext, id: string): Promise<Team> {
    return found(await this.teams.byId(context, id));
  }

  create(context: RequestContext, { name, site }: TeamInputDto): Promise<Team> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const team = { teamNo: await this.teams.nextNo(transaction), id: uuidv7(), name, site };
      if (!(await this.teams.insert(transaction, team))) throw teamExists(name);
      return found(await this.teams.byNo(transaction, team.teamNo));
    });
  }

  /** @param version the one that the editor has seen */
  edit(context: RequestContext, id: string, version: number, { name, site }: TeamInputDto): Promise<Team> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { teamNo } = await this.teamById(transaction, id);
      const namesake = await this.teams.named(transaction, site, name);
      if (namesake !== undefined && namesake !== teamNo) throw teamExists(name);
      if (!(await this.teams.edit(transaction, teamNo, version, { name, site }))) throw teamChanged();
      return found(await this.teams.byNo(transaction, teamNo));
    });
  }

  /** Only when nobody is in it: a worker who is put into it at this moment makes one of the two fail. */
  remove(context: RequestContext, id: string): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { teamNo } = await this.teamById(transaction, id);
      if (!(await this.teams.remove(transaction, teamNo))) throw teamNotEmpty();
    });
  }

  minimums(context: RequestContext, teamNo: number): Promise<readonly TeamMinimum[]> {
    return this.teams.minimums(context, teamNo);
  }

  async setMinimum(
    context: RequestContext,
    id: string,
    ksaCode: string,
    headcount: number,
  ): Promise<{ ksaCode: string; headcount: number }> {
    const { teamNo } = await this.teamById(context, id);
    await this.teams.setMinimum(context, teamNo, { ksaNo: await this.ksaNo(context, ksaCode), headcount });
    return { ksaCode, headcount };
  }

  async removeMinimum(context: RequestContext, id: string, ksaCode: string): Promise<void> {
    const { teamNo } = await this.teamById(context, id);
    const ksaNo = await this.ksaNo(context, ksaCode);
    if (!(await this.teams.removeMinimum(context, teamNo, ksaNo))) throw minimumNotFound();
  }

  private async ksaNo(context: RequestContext, code: string): Promise<number> {
    const ksa = (await this.frameworks.ksasByCode(context, null, [code])).get(code);
    if (ksa === undefined) throw ksaUnknown(code);
    return ksa.ksaNo;
  }
}

function found(team: Team | undefined): Team {
  if (team === undefined) throw teamNotFound();
  return team;
}
