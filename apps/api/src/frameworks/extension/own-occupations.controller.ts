import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  createOwnOccupationDto,
  type CreateOwnOccupationDto,
  editOwnOccupationDto,
  type EditOwnOccupationDto,
  ownOccupationDto,
  type OwnOccupationDto,
  ownOccupationsQuery,
  type OwnOccupationsQuery,
  toOwnOccupationDto,
} from './dto/own-occupation.dto.ts';
import { ExtensionService, type OwnOccupationInWords } from './extension.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('extension')
@Controller('own-occupations')
export class OwnOccupationsController {
  constructor(private readonly extension: ExtensionService) {}

  @Get()
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: z.array(ownOccupationDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: ownOccupationsQuery }) query: OwnOccupationsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnOccupationDto[]> {
    const { rows, total } = await this.extension.occupations(context, query);
    return listReply(reply, 'own-occupations', query, rows.map(toOwnOccupationDto), total);
  }

  @Post()
  @Access('framework.extend')
  @ApiOperation({ summary: 'An occupation of the organisation’s own, to begin role profiles from.' })
  @ApiCreatedResponse({ standardSchema: ownOccupationDto })
  async add(
    @Context() context: RequestContext,
    @Body({ schema: createOwnOccupationDto }) body: CreateOwnOccupationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnOccupationDto> {
    return tagged(reply, await this.extension.addOccupation(context, body));
  }

  @Get(':id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: ownOccupationDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnOccupationDto> {
    return tagged(reply, await this.extension.occupation(context, id));
  }

  @Patch(':id')
  @Access('framework.extend')
  @ApiOkResponse({ standardSchema: ownOccupationDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editOwnOccupationDto }) body: EditOwnOccupationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnOccupationDto> {
    return tagged(reply, await this.extension.editOccupation(context, id, version, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('framework.extend')
  @ApiNoContentResponse({ description: 'Role profiles that were begun from it stay as they are.' })
  remove(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.extension.removeOccupation(context, id, version);
  }
}

function tagged(reply: FastifyReply, own: OwnOccupationInWords): OwnOccupationDto {
  setEtag(reply, own.occupation.version);
  return toOwnOccupationDto(own);
}
