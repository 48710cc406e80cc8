import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  editRequirementsDto,
  type EditRequirementsDto,
  requirementDto,
  type RequirementDto,
  toRequirementDto,
} from './dto/requirement.dto.ts';
import {
  createRoleProfileDto,
  type CreateRoleProfileDto,
  editRoleProfileDto,
  type EditRoleProfileDto,
  roleProfileDto,
  type RoleProfileDto,
  roleProfilesQuery,
  type RoleProfilesQuery,
  toRoleProfileDto,
} from './dto/role-profile.dto.ts';
import { RequirementsService } from './requirements.service.ts';
import { RoleProfilesService } from './role-profiles.service.ts';
import type { RoleProfile } from './roles.types.ts';

const ID = { schema: z.uuid() };

@ApiTags('roles')
@Controller('role-profiles')
export class RoleProfilesController {
  constructor(
    private readonly profiles: RoleProfilesService,
    private readonly requirements: RequirementsService,
  ) {}

  @Get()
  @Access('role-profiles.read')
  @ApiOkResponse({ standardSchema: z.array(roleProfileDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: roleProfilesQuery }) query: RoleProfilesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto[]> {
    const { rows, total } = await this.profiles.list(context, query);
    return listReply(reply, 'role-profiles', query, rows.map(toRoleProfileDto), total);
  }

  @Post()
  @Access('role-profiles.edit')
  @ApiOperation({ summary: 'Begins a draft from one occupation or a blend of several.' })
  @ApiCreatedResponse({ standardSchema: roleProfileDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: createRoleProfileDto }) body: CreateRoleProfileDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto> {
    return tagged(reply, await this.profiles.create(context, body));
  }

  @Get(':id')
  @Access('role-profiles.read')
  @ApiOkResponse({ standardSchema: roleProfileDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto> {
    return tagged(reply, await this.profiles.one(context, id));
  }

  @Patch(':id')
  @Access('role-profiles.edit')
  @ApiOkResponse({ standardSchema: roleProfileDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editRoleProfileDto }) body: EditRoleProfileDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto> {
    return tagged(reply, await this.profiles.edit(context, id, version, body));
  }

  @Patch(':id/requirements')
  @Access('role-profiles.edit')
  @ApiOperation({ summary: 'Edits several requirements at once, all or none.' })
  @ApiOkResponse({ standardSchema: z.array(requirementDto), description: 'The edited ones, in code order.' })
  async editRequirements(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editRequirementsDto }) body: EditRequirementsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequirementDto[]> {
    const { requirements, profile } = await this.requirements.editMany(context, id, version, body);
    setEtag(reply, profile.version);
    return requirements.map(toRequirementDto);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Access('role-profiles.edit')
  @ApiOperation({
    summary: 'Makes the draft the version that workers are held against; it never changes again.',
  })
  @ApiOkResponse({ standardSchema: roleProfileDto })
  async publish(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto> {
    return tagged(reply, await this.profiles.publish(context, id, version));
  }
}

function tagged(reply: FastifyReply, profile: RoleProfile): RoleProfileDto {
  setEtag(reply, profile.version);
  return toRoleProfileDto(profile);
}
