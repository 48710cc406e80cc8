import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  createdWorkerDto,
  type CreatedWorkerDto,
  createWorkerDto,
  type CreateWorkerDto,
  editWorkerDto,
  type EditWorkerDto,
  toWorkerDto,
  workerDto,
  type WorkerDto,
  workersQuery,
  type WorkersQuery,
} from './dto/worker.dto.ts';
import type { Worker } from './workforce.types.ts';
import { WorkforceService } from './workforce.service.ts';

@ApiTags('workforce')
@Controller('workers')
export class WorkersController {
  constructor(private readonly workforce: WorkforceService) {}

  @Get()
  @Access('workers.read')
  @ApiOkResponse({ standardSchema: z.array(workerDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: workersQuery }) query: WorkersQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkerDto[]> {
    const { rows, total } = await this.workforce.list(context, query);
    return listReply(reply, 'workers', query, rows.map(toWorkerDto), total);
  }

  @Post()
  @Access('workers.edit')
  @ApiCreatedResponse({ standardSchema: createdWorkerDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: createWorkerDto }) body: CreateWorkerDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedWorkerDto> {
    const { worker, invitationLink } = await this.workforce.create(context, body);
    return { ...tagged(reply, worker), invitationLink };
  }

  @Get(':id')
  @Access('workers.read')
  @ApiOkResponse({ standardSchema: workerDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkerDto> {
    return tagged(reply, await this.workforce.workerById(context, id));
  }

  @Patch(':id')
  @Access('workers.edit')
  @ApiOkResponse({ standardSchema: workerDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Body({ schema: editWorkerDto }) body: EditWorkerDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkerDto> {
    return tagged(reply, await this.workforce.edit(context, id, version, body));
  }
}

function tagged(reply: FastifyReply, worker: Worker): WorkerDto {
  setEtag(reply, worker.version);
  return toWorkerDto(worker);
}
