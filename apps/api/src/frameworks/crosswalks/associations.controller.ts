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
import { AssociationsService } from './associations.service.ts';
import type { Association } from './crosswalk.types.ts';
import {
  associationDto,
  type AssociationDto,
  associationsQuery,
  type AssociationsQuery,
  createAssociationDto,
  type CreateAssociationDto,
  editAssociationDto,
  type EditAssociationDto,
  toAssociationDto,
} from './dto/association.dto.ts';

const ID = { schema: z.uuid() };

@ApiTags('crosswalks')
@Controller()
export class AssociationsController {
  constructor(private readonly associations: AssociationsService) {}

  @Get('crosswalks/:id/associations')
  @Access('framework.read')
  @ApiOkResponse({
    standardSchema: z.array(associationDto),
    description: 'Each item as the newest release words it that the caller may see.',
  })
  async list(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: associationsQuery }) query: AssociationsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssociationDto[]> {
    const { rows, total } = await this.associations.list(context, id, query);
    return listReply(reply, 'associations', query, rows.map(toAssociationDto), total);
  }

  @Post('crosswalks/:id/associations')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Says what an item of one framework is to an item of the other.' })
  @ApiCreatedResponse({ standardSchema: associationDto })
  async add(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: createAssociationDto }) body: CreateAssociationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssociationDto> {
    return tagged(reply, await this.associations.add(context, id, body));
  }

  @Get('associations/:id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: associationDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssociationDto> {
    return tagged(reply, await this.associations.one(context, id));
  }

  @Patch('associations/:id')
  @Access('framework.curate')
  @ApiOkResponse({ standardSchema: associationDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editAssociationDto }) body: EditAssociationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssociationDto> {
    return tagged(reply, await this.associations.edit(context, id, version, body));
  }

  @Delete('associations/:id')
  @HttpCode(204)
  @Access('framework.curate')
  @ApiNoContentResponse()
  remove(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.associations.remove(context, id, version);
  }

  @Get('items/:id/associations')
  @Access('framework.read')
  @ApiOperation({ summary: 'What every crosswalk says of an item, on either side of it.' })
  @ApiOkResponse({ standardSchema: z.array(associationDto) })
  async ofItem(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssociationDto[]> {
    const rows = (await this.associations.ofItem(context, id)).map(toAssociationDto);
    return listReply(
      reply,
      'associations',
      { range: { first: 0, last: rows.length - 1 } },
      rows,
      rows.length,
    );
  }
}

function tagged(reply: FastifyReply, association: Association): AssociationDto {
  setEtag(reply, association.version);
  return toAssociationDto(association);
}
