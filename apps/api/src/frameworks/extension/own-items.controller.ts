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
  createOwnItemDto,
  type CreateOwnItemDto,
  editOwnItemDto,
  type EditOwnItemDto,
  ownItemDto,
  type OwnItemDto,
  ownItemsQuery,
  type OwnItemsQuery,
  proposeOwnItemDto,
  type ProposeOwnItemDto,
  toOwnItemDto,
} from './dto/own-item.dto.ts';
import { ExtensionService, type OwnItemInWords } from './extension.service.ts';

const ID = { schema: z.uuid() };

const proposedDto = z.strictObject({ proposalId: z.uuid() }).meta({ id: 'ProposedOwnItem' });

/** Seen by the organisation alone; in the framework's tree they stand beside what is published. */
@ApiTags('extension')
@Controller('own-items')
export class OwnItemsController {
  constructor(private readonly extension: ExtensionService) {}

  @Get()
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: z.array(ownItemDto), description: 'Retired ones too.' })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: ownItemsQuery }) query: OwnItemsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnItemDto[]> {
    const { rows, total } = await this.extension.items(context, query);
    return listReply(reply, 'own-items', query, rows.map(toOwnItemDto), total);
  }

  @Post()
  @Access('framework.extend')
  @ApiOperation({ summary: 'A KSA or a task of the organisation’s own, usable wherever KSAs are.' })
  @ApiCreatedResponse({ standardSchema: ownItemDto })
  async add(
    @Context() context: RequestContext,
    @Body({ schema: createOwnItemDto }) body: CreateOwnItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnItemDto> {
    return tagged(reply, await this.extension.addItem(context, body));
  }

  @Get(':id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: ownItemDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnItemDto> {
    return tagged(reply, await this.extension.item(context, id));
  }

  @Patch(':id')
  @Access('framework.extend')
  @ApiOkResponse({ standardSchema: ownItemDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editOwnItemDto }) body: EditOwnItemDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnItemDto> {
    return tagged(reply, await this.extension.editItem(context, id, version, body));
  }

  @Post(':id/propose')
  @HttpCode(200)
  @Access('framework.extend')
  @ApiOperation({ summary: 'Offers an own KSA to the curators of the framework.' })
  @ApiOkResponse({ standardSchema: proposedDto })
  async propose(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: proposeOwnItemDto }) body: ProposeOwnItemDto,
  ): Promise<z.output<typeof proposedDto>> {
    return { proposalId: (await this.extension.propose(context, id, body)).proposal.id };
  }
}

function tagged(reply: FastifyReply, own: OwnItemInWords): OwnItemDto {
  setEtag(reply, own.item.version);
  return toOwnItemDto(own);
}
