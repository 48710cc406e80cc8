import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import { CareerPathsService } from './career-paths.service.ts';
import {
  careerPathDto,
  type CareerPathDto,
  careerPathQuery,
  type CareerPathQuery,
  careerPathsQuery,
  type CareerPathsQuery,
  careerPathSummaryDto,
  type CareerPathSummaryDto,
} from './dto/career-path.dto.ts';

@ApiTags('insights')
@Controller('career-paths/:workerId')
export class CareerPathsController {
  constructor(private readonly paths: CareerPathsService) {}

  @Get()
  @Access('career-paths.read')
  @ApiOperation({ summary: 'How near a worker stands to other roles, and the least training to each.' })
  @ApiOkResponse({ standardSchema: z.array(careerPathSummaryDto) })
  async list(
    @Context() context: RequestContext,
    @Param('workerId', { schema: z.uuid() }) workerId: string,
    @Query({ schema: careerPathsQuery }) query: CareerPathsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CareerPathSummaryDto[]> {
    const { rows, total } = await this.paths.list(context, workerId, query);
    return listReply(reply, 'career-paths', query, rows, total);
  }

  @Get(':roleId')
  @Access('career-paths.read')
  @ApiOperation({
    summary:
      'The way of a worker to a role profile or an occupation, through other roles where that is shorter.',
  })
  @ApiOkResponse({ standardSchema: careerPathDto })
  one(
    @Context() context: RequestContext,
    @Param('workerId', { schema: z.uuid() }) workerId: string,
    @Param('roleId', { schema: z.uuid() }) roleId: string,
    @Query({ schema: careerPathQuery }) { learnedInRole }: CareerPathQuery,
  ): Promise<CareerPathDto> {
    return this.paths.one(context, workerId, roleId, learnedInRole);
  }
}
