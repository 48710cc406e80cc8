import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { csvReply } from '#platform/http/csv';
import {
  releaseDiffCountsDto,
  type ReleaseDiffCountsDto,
  releaseDiffCountsQuery,
  type ReleaseDiffCountsQuery,
  releaseDiffDto,
  type ReleaseDiffDto,
  releaseDiffQuery,
  type ReleaseDiffQuery,
  toReleaseDiffCountsDto,
  toReleaseDiffDto,
  toReleaseDiffRows,
} from './dto/release-diff.dto.ts';
import { ReleaseDiffService } from './release-diff.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('curation')
@Controller('releases/:id/diff')
export class ReleaseDiffController {
  constructor(private readonly diffs: ReleaseDiffService) {}

  @Get()
  @Access('framework.read')
  @ApiOperation({ summary: 'Every difference between two releases, each told once; as CSV too.' })
  @ApiOkResponse({ standardSchema: releaseDiffDto })
  async diff(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: releaseDiffQuery }) { from, format }: ReleaseDiffQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseDiffDto | string> {
    const diff = await this.diffs.compare(context, from ?? null, id);
    if (format === 'json') return toReleaseDiffDto(diff);
    return csvReply(reply, `changes-${diff.from.label}-${diff.to.label}.csv`, toReleaseDiffRows(diff));
  }

  @Get('counts')
  @Access('framework.read')
  @ApiOperation({ summary: 'How many differences of each kind there are.' })
  @ApiOkResponse({ standardSchema: releaseDiffCountsDto })
  async counts(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: releaseDiffCountsQuery }) { from }: ReleaseDiffCountsQuery,
  ): Promise<ReleaseDiffCountsDto> {
    return toReleaseDiffCountsDto(await this.diffs.compare(context, from ?? null, id));
  }
}
