import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  gapScoreDto,
  type GapScoreDto,
  gapScoresQuery,
  type GapScoresQuery,
  toGapScoreDto,
} from '../dto/gap-score.dto.ts';
import { gapViewDto } from '../dto/gap-view.dto.ts';
import { GapViewsService } from './gap-views.service.ts';
import { unlessKnown } from './unless-known.ts';

@ApiTags('gaps')
@Controller('gap-scores')
export class GapScoresController {
  constructor(private readonly views: GapViewsService) {}

  @Get()
  @Access('gap-scores.read')
  @ApiOperation({
    summary: 'The newest score of each worker and assigned role profile; a worker sees their own alone.',
  })
  @ApiOkResponse({ standardSchema: z.array(gapScoreDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: gapScoresQuery }) query: GapScoresQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GapScoreDto[]> {
    const { rows, total } = await this.views.list(context, query);
    return listReply(reply, 'gap-scores', query, rows.map(toGapScoreDto), total);
  }

  @Get(':workerId/:roleProfileId')
  @Access('gap-scores.read')
  @ApiOperation({ summary: 'One score explained, requirement by requirement.' })
  @ApiOkResponse({ standardSchema: gapViewDto })
  @ApiResponse({ status: 304, description: 'Nothing has changed since the ETag in If-None-Match.' })
  async one(
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('workerId', { schema: z.uuid() }) workerId: string,
    @Param('roleProfileId', { schema: z.uuid() }) roleProfileId: string,
  ): Promise<Buffer | undefined> {
    return unlessKnown(request, reply, await this.views.one(context, workerId, roleProfileId));
  }
}
