import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../access/access.decorator.ts';
import type { RequestContext } from '../context/request-context.ts';
import { Context } from '../http/context.decorator.ts';
import { listReply } from '../http/list.ts';
import { jobView, jobsQuery } from './job-view.ts';
import { JobsService } from './jobs.service.ts';

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
  ): Promise<z.output<typeof jobView>[]> {
    const { rows, total } = await this.jobs.list(context, query);
    return listReply(reply, 'jobs', query, rows, total);
  }
}
