import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  scoreHistoryQuery,
  type ScoreHistoryQuery,
  scorePointDto,
  type ScorePointDto,
  toScorePointDto,
} from './dto/score-history.dto.ts';
import { ScoreHistoryService } from './score-history.service.ts';

@ApiTags('insights')
@Controller('gap-scores/:workerId/:roleProfileId/history')
export class ScoreHistoryController {
  constructor(private readonly history: ScoreHistoryService) {}

  @Get()
  @Access('gap-scores.read')
  @ApiOperation({
    summary:
      'What the score was and since when: a point for each time that its parts changed, as computed then.',
  })
  @ApiOkResponse({ standardSchema: z.array(scorePointDto) })
  async list(
    @Context() context: RequestContext,
    @Param('workerId', { schema: z.uuid() }) workerId: string,
    @Param('roleProfileId', { schema: z.uuid() }) roleProfileId: string,
    @Query({ schema: scoreHistoryQuery }) query: ScoreHistoryQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScorePointDto[]> {
    const { rows, total } = await this.history.list(context, workerId, roleProfileId, query);
    return listReply(reply, 'history', query, rows.map(toScorePointDto), total);
  }
}
