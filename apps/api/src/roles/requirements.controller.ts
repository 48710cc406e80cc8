import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  createRequirementDto,
  type CreateRequirementDto,
  editRequirementDto,
  type EditRequirementDto,
  requirementDto,
  type RequirementDto,
  requirementId,
  requirementsQuery,
  type RequirementsQuery,
  toRequirementDto,
} from './dto/requirement.dto.ts';
import { type EditedRequirements, RequirementsService } from './requirements.service.ts';

const ID = { schema: requirementId };

/** Every answer carries the role profile's ETag: requirements are edited under the profile's version. */
@ApiTags('roles')
@Controller('requirements')
export class RequirementsController {
  constructor(private readonly requirements: RequirementsService) {}

  @Get()
  @Access('role-profiles.read')
  @ApiOkResponse({
    standardSchema: z.array(requirementDto),
    description: 'Of the draft, else of the published version.',
  })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: requirementsQuery }) query: RequirementsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequirementDto[]> {
    const { requirements, profile, total } = await this.requirements.list(context, query);
    setEtag(reply, profile.version);
    return listReply(reply, 'requirements', query, requirements.map(toRequirementDto), total);
  }

  @Post()
  @Access('role-profiles.edit')
  @ApiCreatedResponse({ standardSchema: requirementDto })
  async add(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body({ schema: createRequirementDto }) body: CreateRequirementDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequirementDto> {
    return tagged(reply, await this.requirements.add(context, version, body));
  }

  @Get(':id')
  @Access('role-profiles.read')
  @ApiOkResponse({ standardSchema: requirementDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequirementDto> {
    return tagged(reply, await this.requirements.one(context, id));
  }

  @Patch(':id')
  @Access('role-profiles.edit')
  @ApiOkResponse({
    standardSchema: requirementDto,
    description: 'As it stands in the draft, under the id that it has there.',
  })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editRequirementDto }) body: EditRequirementDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequirementDto> {
    return tagged(reply, await this.requirements.edit(context, id, version, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('role-profiles.edit')
  @ApiNoContentResponse({ description: 'With the ETag that the role profile has now.' })
  async remove(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    setEtag(reply, (await this.requirements.remove(context, id, version)).version);
  }
}

function tagged(
  reply: FastifyReply,
  { requirements: [requirement], profile }: EditedRequirements,
): RequirementDto {
  setEtag(reply, profile.version);
  return toRequirementDto(requirement);
}
