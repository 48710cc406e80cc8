import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import {
  recordedRatingDto,
  type RecordedRatingDto,
  recordRatingDto,
  type RecordRatingDto,
} from '../dto/rating.dto.ts';
import { RatingsService } from './ratings.service.ts';

@ApiTags('assessments')
@Controller('workers/:id/ratings')
export class RatingsController {
  constructor(private readonly ratings: RatingsService) {}

  @Post()
  @Access('assessments.review')
  @ApiOperation({ summary: "Records a rating that comes by itself: a manager's word, a test, a credential." })
  @ApiCreatedResponse({ standardSchema: recordedRatingDto })
  record(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) workerId: string,
    @Body({ schema: recordRatingDto }) body: RecordRatingDto,
  ): Promise<RecordedRatingDto> {
    return this.ratings.record(context, workerId, body);
  }
}
