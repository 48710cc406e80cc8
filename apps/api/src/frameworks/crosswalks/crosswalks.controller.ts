import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { csvReply } from '#platform/http/csv';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import type { Crosswalk } from './crosswalk.types.ts';
import { CrosswalkGapsService } from './crosswalk-gaps.service.ts';
import { CrosswalksService } from './crosswalks.service.ts';
import {
  crosswalkGapDto,
  type CrosswalkGapDto,
  crosswalkGapsQuery,
  type CrosswalkGapsQuery,
  toCrosswalkGapDto,
} from './dto/crosswalk-gap.dto.ts';
import {
  createCrosswalkDto,
  type CreateCrosswalkDto,
  crosswalkDto,
  type CrosswalkDto,
  crosswalksQuery,
  type CrosswalksQuery,
  editCrosswalkDto,
  type EditCrosswalkDto,
  toCrosswalkDto,
} from './dto/crosswalk.dto.ts';

const ID = { schema: z.uuid() };

@ApiTags('crosswalks')
@Controller('crosswalks')
export class CrosswalksController {
  constructor(
    private readonly crosswalks: CrosswalksService,
    private readonly gapsOf: CrosswalkGapsService,
  ) {}

  @Get()
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: z.array(crosswalkDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: crosswalksQuery }) query: CrosswalksQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CrosswalkDto[]> {
    const { rows, total } = await this.crosswalks.list(context, query);
    return listReply(reply, 'crosswalks', query, rows.map(toCrosswalkDto), total);
  }

  @Post()
  @Access('framework.curate')
  @ApiCreatedResponse({ standardSchema: crosswalkDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: createCrosswalkDto }) body: CreateCrosswalkDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CrosswalkDto> {
    return tagged(reply, await this.crosswalks.create(context, body));
  }

  @Get(':id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: crosswalkDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CrosswalkDto> {
    return tagged(reply, await this.crosswalks.one(context, id));
  }

  @Patch(':id')
  @Access('framework.curate')
  @ApiOkResponse({ standardSchema: crosswalkDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: editCrosswalkDto }) body: EditCrosswalkDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CrosswalkDto> {
    return tagged(reply, await this.crosswalks.edit(context, id, version, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Removes a crosswalk with all its associations.' })
  @ApiNoContentResponse()
  remove(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.crosswalks.remove(context, id, version);
  }

  @Get(':id/gaps')
  @Access('framework.read')
  @ApiOperation({
    summary: 'The items of one side that have no partner.',
    description: 'Of the newest published release of that side’s framework, unless the filter names another.',
  })
  @ApiOkResponse({ standardSchema: z.array(crosswalkGapDto), description: 'In tree order.' })
  async gaps(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: crosswalkGapsQuery }) query: CrosswalkGapsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CrosswalkGapDto[]> {
    const { gaps } = await this.gapsOf.gaps(context, id, query.filter);
    const page = inOrder(gaps, query).slice(query.offset, query.offset + query.limit);
    return listReply(reply, 'gaps', query, page.map(toCrosswalkGapDto), gaps.length);
  }

  @Get(':id/gaps.csv')
  @Access('framework.read')
  @ApiOperation({ summary: 'All of them as a table, whatever the range.' })
  @ApiProduces('text/csv')
  async gapsAsCsv(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: crosswalkGapsQuery }) query: CrosswalkGapsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { release, gaps } = await this.gapsOf.gaps(context, id, query.filter);
    return csvReply(reply, 'without-a-partner.csv', [
      ['framework', 'release', 'code', 'kind', 'title', 'partner_of_code_above'],
      ...inOrder(gaps, query).map(({ item, above }) => [
        ...[release.framework, release.label, item.code, item.kind, item.title],
        above?.code ?? '',
      ]),
    ]);
  }
}

const inOrder = <Row>(rows: readonly Row[], { sort }: CrosswalkGapsQuery): readonly Row[] =>
  sort.order === 'ASC' ? rows : rows.toReversed();

function tagged(reply: FastifyReply, crosswalk: Crosswalk): CrosswalkDto {
  setEtag(reply, crosswalk.version);
  return toCrosswalkDto(crosswalk);
}
