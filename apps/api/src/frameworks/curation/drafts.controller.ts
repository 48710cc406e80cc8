import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
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
import { listReply } from '#platform/http/list';
import { releaseDto, type ReleaseDto, toReleaseDto } from '../dto/release.dto.ts';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { ChangeLogService } from './change-log.service.ts';
import { DraftsService } from './drafts.service.ts';
import {
  createFrameworkDto,
  type CreateFrameworkDto,
  createReleaseDto,
  discardedDraftDto,
  type DiscardedDraftDto,
  discardQuery,
  type DiscardQuery,
  type CreateReleaseDto,
  frameworkDto,
  type FrameworkDto,
  reasonDto,
  type ReasonDto,
  releaseChangeDto,
  type ReleaseChangeDto,
  releaseChangesQuery,
  type ReleaseChangesQuery,
  toDiscardedDraftDto,
  toFrameworkDto,
  toReleaseChangeDto,
} from './dto/draft.dto.ts';

const ID = { schema: z.uuid() };

@ApiTags('curation')
@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly log: ChangeLogService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Get('frameworks')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: z.array(frameworkDto) })
  async list(
    @Context() context: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FrameworkDto[]> {
    const rows = (await this.drafts.frameworksOf(context)).map(toFrameworkDto);
    return listReply(reply, 'frameworks', { range: { first: 0, last: rows.length - 1 } }, rows, rows.length);
  }

  @Post('frameworks')
  @Access('framework.curate')
  @ApiCreatedResponse({ standardSchema: frameworkDto })
  async addFramework(
    @Context() context: RequestContext,
    @Body({ schema: createFrameworkDto }) body: CreateFrameworkDto,
  ): Promise<FrameworkDto> {
    return toFrameworkDto(await this.drafts.addFramework(context, body));
  }

  @Post('releases')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Begins a draft, as a copy of a release or empty.' })
  @ApiCreatedResponse({ standardSchema: releaseDto })
  async create(
    @Context() context: RequestContext,
    @Body({ schema: createReleaseDto }) body: CreateReleaseDto,
  ): Promise<ReleaseDto> {
    return this.told(context, await this.drafts.create(context, body));
  }

  @Post('releases/:id/submit')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Hands a draft over for review: nobody edits it until it is reopened.' })
  @ApiOkResponse({ standardSchema: releaseDto })
  async submit(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: reasonDto }) { reason }: ReasonDto,
  ): Promise<ReleaseDto> {
    return this.told(context, await this.drafts.submit(context, id, reason));
  }

  @Post('releases/:id/reopen')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Takes a release in review back into a draft.' })
  @ApiOkResponse({ standardSchema: releaseDto })
  async reopen(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: reasonDto }) { reason }: ReasonDto,
  ): Promise<ReleaseDto> {
    return this.told(context, await this.drafts.reopen(context, id, reason));
  }

  @Delete('releases/:id')
  @HttpCode(204)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Discards a draft; its log stays.' })
  @ApiNoContentResponse()
  async discard(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: discardQuery }) { reason }: DiscardQuery,
  ): Promise<void> {
    await this.drafts.discard(context, id, reason);
  }

  @Get('discarded-drafts')
  @Access('framework.curate')
  @ApiOperation({ summary: 'The drafts that were discarded, whose logs stay; the last one first.' })
  @ApiOkResponse({ standardSchema: z.array(discardedDraftDto) })
  async discarded(
    @Context() context: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiscardedDraftDto[]> {
    const rows = (await this.drafts.discarded(context)).map(toDiscardedDraftDto);
    return listReply(
      reply,
      'discarded-drafts',
      { range: { first: 0, last: rows.length - 1 } },
      rows,
      rows.length,
    );
  }

  @Get('releases/:id/changes')
  @Access('framework.curate')
  @ApiOperation({ summary: 'Who changed what in a release, when and why; the newest first.' })
  @ApiOkResponse({ standardSchema: z.array(releaseChangeDto) })
  async changes(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: releaseChangesQuery }) query: ReleaseChangesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseChangeDto[]> {
    const { rows, total } = await this.log.ofRelease(context, id, query);
    return listReply(reply, 'changes', query, rows.map(toReleaseChangeDto), total);
  }

  @Get('items/:id/changes')
  @Access('framework.read')
  @ApiOperation({
    summary: 'What happened to an item in every release that the caller may see; the newest first.',
  })
  @ApiOkResponse({ standardSchema: z.array(releaseChangeDto) })
  async itemChanges(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: releaseChangesQuery }) query: ReleaseChangesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseChangeDto[]> {
    const { rows, total } = await this.log.ofItem(context, id, query);
    return listReply(reply, 'changes', query, rows.map(toReleaseChangeDto), total);
  }

  private async told(context: RequestContext, release: Release): Promise<ReleaseDto> {
    return toReleaseDto(release, this.frameworks.currentOf(await this.frameworks.releases(context)));
  }
}
