import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../access/access.decorator.ts';
import type { RequestContext } from '../context/request-context.ts';
import { Context } from '../http/context.decorator.ts';
import { listReply } from '../http/list.ts';
import { jobView, jobsQuery, type JobView } from './job-view.ts';
import { JobsService } from './jobs.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get()
  @Access('jobs.read')
  @ApiOkResponse({ standardSchema: z.array(jobView) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: jobsQuery }) query: z.output<typeof jobsQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobView[]> {
    const { rows, total } = await this.jobs.list(context, query);
    return listReply(reply, 'jobs', query, rows, total);
  }

  @Get(':id')
  @Access('jobs.read')
  @ApiOkResponse({ standardSchema: jobView })
  one(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<JobView> {
    return this.jobs.one(context, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('jobs.cancel')
  @ApiOperation({ summary: 'Cancels what waits at once; what is active stops at its next chunk.' })
  @ApiOkResponse({ standardSchema: jobView })
  cancel(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<JobView> {
    return this.jobs.cancel(context, id);
  }
}
