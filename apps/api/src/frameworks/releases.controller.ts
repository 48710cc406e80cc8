import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import { itemDto, type ItemDto, toItemDto } from './dto/item.dto.ts';
import { releaseDto, type ReleaseDto, toReleaseDto } from './dto/release.dto.ts';
import { FrameworksService } from './frameworks.service.ts';

@ApiTags('frameworks')
@Controller('releases')
export class ReleasesController {
  constructor(private readonly frameworks: FrameworksService) {}

  @Get()
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: z.array(releaseDto), description: 'The newest first.' })
  async list(
    @Context() context: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseDto[]> {
    const releases = await this.frameworks.releases(context);
    const current = this.frameworks.currentOf(releases);
    return whole(
      reply,
      'releases',
      releases.map((release) => toReleaseDto(release, current)),
    );
  }

  @Get(':id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: releaseDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ReleaseDto> {
    const current = this.frameworks.currentOf(await this.frameworks.releases(context));
    return toReleaseDto(await this.frameworks.release(context, id), current);
  }

  @Get(':id/items')
  @Access('framework.read')
  @ApiOkResponse({
    standardSchema: z.array(itemDto),
    description: 'The whole tree, flat and in code order, with what is own.',
  })
  async items(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemDto[]> {
    return whole(
      reply,
      'items',
      (await this.frameworks.releaseIndexWithOwn(context, id)).items.map(toItemDto),
    );
  }
}

/** These lists are short and come whole. */
function whole<Row>(reply: FastifyReply, resource: string, rows: Row[]): Row[] {
  return listReply(reply, resource, { range: { first: 0, last: rows.length - 1 } }, rows, rows.length);
}
