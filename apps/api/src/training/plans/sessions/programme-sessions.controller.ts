import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  programmeSessionDto,
  type ProgrammeSessionDto,
  programmeSessionInputDto,
  type ProgrammeSessionInputDto,
  programmeSessionsQuery,
  type ProgrammeSessionsQuery,
  toProgrammeSessionDto,
} from '../dto/programme-session.dto.ts';
import type { StoredSession } from './programme-session.types.ts';
import { ProgrammeSessionsService } from './programme-sessions.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('training')
@Controller('programme-sessions')
export class ProgrammeSessionsController {
  constructor(private readonly sessions: ProgrammeSessionsService) {}

  @Get()
  @Access('training.read')
  @ApiOkResponse({ standardSchema: z.array(programmeSessionDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: programmeSessionsQuery }) query: ProgrammeSessionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeSessionDto[]> {
    const { rows, total } = await this.sessions.list(context, query);
    return listReply(reply, 'programme-sessions', query, rows.map(toProgrammeSessionDto), total);
  }

  @Post()
  @Access('training-plans.edit')
  @ApiCreatedResponse({ standardSchema: programmeSessionDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: programmeSessionInputDto }) body: ProgrammeSessionInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeSessionDto> {
    return tagged(reply, await this.sessions.create(context, body));
  }

  @Get(':id')
  @Access('training.read')
  @ApiOkResponse({ standardSchema: programmeSessionDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeSessionDto> {
    return tagged(reply, await this.sessions.one(context, id));
  }

  @Put(':id')
  @Access('training-plans.edit')
  @ApiOkResponse({ standardSchema: programmeSessionDto })
  async edit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: programmeSessionInputDto }) body: ProgrammeSessionInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeSessionDto> {
    return tagged(reply, await this.sessions.edit(context, id, version, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('training-plans.edit')
  @ApiOperation({ summary: 'Deletes a session in which no plan seats anybody.' })
  @ApiNoContentResponse()
  remove(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<void> {
    return this.sessions.remove(context, id);
  }
}

function tagged(reply: FastifyReply, session: StoredSession): ProgrammeSessionDto {
  setEtag(reply, session.version);
  return toProgrammeSessionDto(session);
}
