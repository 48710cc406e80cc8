import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { longestCode } from '#domain';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  headcountDto,
  type HeadcountDto,
  teamDto,
  type TeamDto,
  teamInputDto,
  type TeamInputDto,
  teamMinimumDto,
  type TeamMinimumDto,
  teamsQuery,
  type TeamsQuery,
  toTeamDto,
} from './dto/team.dto.ts';
import type { Team } from './team.types.ts';
import { TeamsService } from './teams.service.ts';

const ID = { schema: z.uuid() };
const KSA_CODE = { schema: z.string().max(longestCode) };

@ApiTags('workforce')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Access('teams.read')
  @ApiOkResponse({ standardSchema: z.array(teamDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: teamsQuery }) query: TeamsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDto[]> {
    const { rows, total } = await this.teams.list(context, query);
    return listReply(reply, 'teams', query, rows.map(toTeamDto), total);
  }

  @Post()
  @Access('teams.edit')
  @ApiCreatedResponse({ standardSchema: teamDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: teamInputDto }) body: TeamInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDto> {
    return tagged(reply, await this.teams.create(context, body));
  }

  @Get(':id')
  @Access('teams.read')
  @ApiOkResponse({ standardSchema: teamDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDto> {
    return tagged(reply, await this.teams.teamById(context, id));
  }

  @Put(':id')
  @Access('teams.edit')
  @ApiOkResponse({ standardSchema: teamDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: teamInputDto }) body: TeamInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDto> {
    return tagged(reply, await this.teams.edit(context, id, version, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('teams.edit')
  @ApiOperation({
    summary: 'Deletes a team that no worker is in; what was computed of it in the past stays.',
  })
  @ApiNoContentResponse()
  remove(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<void> {
    return this.teams.remove(context, id);
  }

  @Put(':id/minimums/:ksaCode')
  @Access('teams.edit')
  @ApiOperation({ summary: 'How many workers of the team must meet a KSA.' })
  @ApiOkResponse({ standardSchema: teamMinimumDto })
  setMinimum(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Param('ksaCode', KSA_CODE) ksaCode: string,
    @Body({ schema: headcountDto }) body: HeadcountDto,
  ): Promise<TeamMinimumDto> {
    return this.teams.setMinimum(context, id, ksaCode, body.headcount);
  }

  @Delete(':id/minimums/:ksaCode')
  @HttpCode(204)
  @Access('teams.edit')
  @ApiNoContentResponse()
  removeMinimum(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Param('ksaCode', KSA_CODE) ksaCode: string,
  ): Promise<void> {
    return this.teams.removeMinimum(context, id, ksaCode);
  }
}

function tagged(reply: FastifyReply, team: Team): TeamDto {
  setEtag(reply, team.version);
  return toTeamDto(team);
}
