import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  programmeDto,
  type ProgrammeDto,
  programmesQuery,
  type ProgrammesQuery,
} from '../dto/programme.dto.ts';
import { TrainingService } from '../training.service.ts';

@ApiTags('training')
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly training: TrainingService) {}

  @Get()
  @Access('training.read')
  @ApiOkResponse({ standardSchema: z.array(programmeDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: programmesQuery }) query: ProgrammesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeDto[]> {
    const { rows, total } = await this.training.list(context, query);
    return listReply(reply, 'programmes', query, rows, total);
  }

  @Get(':id')
  @Access('training.read')
  @ApiOkResponse({ standardSchema: programmeDto })
  one(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ProgrammeDto> {
    return this.training.one(context, id);
  }
}
