import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listQuery, listReply } from '#platform/http/list';
import {
  createdOrganisationDto,
  type CreatedOrganisationDto,
  createOrganisationDto,
  type CreateOrganisationDto,
  organisationDto,
  type OrganisationDto,
} from './dto/organisation.dto.ts';
import type { OrganisationRow } from './identity.entities.ts';
import type { OrganisationsQuery } from './organisations.repository.ts';
import { OrganisationsService } from './organisations.service.ts';

const organisationsQuery = listQuery({
  sort: ['name', 'createdAt'],
  filter: { q: z.string().max(100).optional() },
});

@ApiTags('identity')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Access('organisations.read')
  @ApiOkResponse({ standardSchema: z.array(organisationDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: organisationsQuery }) query: OrganisationsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationDto[]> {
    const { rows, total } = await this.organisations.list(context, query);
    return listReply(reply, 'organisations', query, rows.map(toDto), total);
  }

  @Post()
  @Access('organisations.create')
  @ApiCreatedResponse({ standardSchema: createdOrganisationDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: createOrganisationDto }) body: CreateOrganisationDto,
  ): Promise<CreatedOrganisationDto> {
    const { organisation, invitationLink } = await this.organisations.create(context, body);
    return { ...toDto(organisation), invitationLink };
  }
}

function toDto({ tenantId, name, kind, demonstration, createdAt }: OrganisationRow): OrganisationDto {
  return { id: tenantId, name, kind, demonstration, createdAt: createdAt.toISOString() };
}
