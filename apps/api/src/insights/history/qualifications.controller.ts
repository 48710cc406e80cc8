import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  qualificationDto,
  type QualificationDto,
  qualificationQuery,
  type QualificationQuery,
  qualificationsQuery,
  type QualificationsQuery,
  qualificationSummaryDto,
  type QualificationSummaryDto,
  qualificationSummaryQuery,
  type QualificationSummaryQuery,
} from './dto/qualification.dto.ts';
import { QualificationsService } from './qualifications.service.ts';

@ApiTags('insights')
@Controller('qualifications')
export class QualificationsController {
  constructor(private readonly qualifications: QualificationsService) {}

  @Get()
  @Access('insights.read')
  @ApiOperation({
    summary:
      'Who of a role was qualified on a day, as known then and as known now, with the ratings behind it.',
    description:
      'Of those who had the role at the end of that day, whether or not they have it still. ' +
      'Names, teams and the proficiency scale are those of today.',
  })
  @ApiOkResponse({ standardSchema: z.array(qualificationDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: qualificationsQuery }) query: QualificationsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QualificationDto[]> {
    const { rows, total } = await this.qualifications.list(context, query);
    return listReply(reply, 'qualifications', query, rows, total);
  }

  @Get('summary')
  @Access('insights.read')
  @ApiOperation({ summary: 'How many of a role were qualified on a day, as known then and as known now.' })
  @ApiOkResponse({ standardSchema: qualificationSummaryDto })
  summary(
    @Context() context: RequestContext,
    @Query({ schema: qualificationSummaryQuery }) query: QualificationSummaryQuery,
  ): Promise<QualificationSummaryDto> {
    return this.qualifications.summary(context, query);
  }

  @Get(':workerId/:roleProfileId')
  @Access('gap-scores.read')
  @ApiOperation({ summary: 'One worker; their own for a worker, and of a role they have not for anybody.' })
  @ApiOkResponse({ standardSchema: qualificationDto })
  one(
    @Context() context: RequestContext,
    @Param('workerId', { schema: z.uuid() }) workerId: string,
    @Param('roleProfileId', { schema: z.uuid() }) roleProfileId: string,
    @Query({ schema: qualificationQuery }) query: QualificationQuery,
  ): Promise<QualificationDto> {
    return this.qualifications.one(context, workerId, roleProfileId, query);
  }
}
