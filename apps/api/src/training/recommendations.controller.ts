import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import {
  recommendationDto,
  type RecommendationDto,
  recommendationQuery,
  type RecommendationQuery,
} from './dto/recommendation.dto.ts';
import { RecommendationsService } from './recommendations.service.ts';

@ApiTags('training')
@Controller('recommendations')
export class RecommendationsController {
  constructor(private readonly recommendations: RecommendationsService) {}

  @Get(':workerId/:roleProfileId')
  @Access('training.read')
  @ApiOperation({
    summary: 'What closes most of the gaps within a budget of hours and money, with its certificate.',
  })
  @ApiOkResponse({ standardSchema: recommendationDto })
  one(
    @Context() context: RequestContext,
    @Param('workerId', { schema: z.uuid() }) workerId: string,
    @Param('roleProfileId', { schema: z.uuid() }) roleProfileId: string,
    @Query({ schema: recommendationQuery }) query: RecommendationQuery,
  ): Promise<RecommendationDto> {
    return this.recommendations.one(context, workerId, roleProfileId, query);
  }
}
