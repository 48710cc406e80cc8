import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { confirmReviewDto, type ConfirmReviewDto, reviewDto, type ReviewDto } from './dto/review.dto.ts';
import { ReviewService } from './review.service.ts';

@ApiTags('assessments')
@Controller('assessments/:id/review')
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Get()
  @Access('assessments.review')
  @ApiOperation({ summary: 'Self against assessor against difference, critical requirements first.' })
  @ApiOkResponse({ standardSchema: reviewDto })
  one(@Context() context: RequestContext, @Param('id', { schema: z.uuid() }) id: string): Promise<ReviewDto> {
    return this.reviews.one(context, id);
  }

  @Post()
  @HttpCode(200)
  @Access('assessments.review')
  @ApiOperation({ summary: 'Confirms levels, all or at least the critical ones; nobody reviews themselves.' })
  @ApiOkResponse({ standardSchema: reviewDto })
  confirm(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: confirmReviewDto }) body: ConfirmReviewDto,
  ): Promise<ReviewDto> {
    return this.reviews.confirm(context, id, body.confirmations);
  }
}
