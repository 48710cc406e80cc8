import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  frameworkHitDto,
  type FrameworkHitDto,
  frameworkSearchQuery,
  type FrameworkSearchQuery,
  nearDuplicateDto,
  type NearDuplicateDto,
  nearDuplicatesQuery,
  type NearDuplicatesQuery,
  toFrameworkHitDto,
  toNearDuplicateDto,
} from './dto/search.dto.ts';
import { SearchService } from './search.service.ts';

@ApiTags('frameworks')
@Controller()
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Get('framework-search')
  @Access('framework.read')
  @ApiOperation({
    summary: 'Finds items and occupations by code, title or definition, typing mistakes forgiven.',
    description:
      'In every release that the caller may see (an item once, as the newest has it), unless `filter` names one. ' +
      'Ranked by what was found (see `match`), then by score, code, title, area.',
  })
  @ApiOkResponse({ standardSchema: z.array(frameworkHitDto) })
  async search(
    @Context() context: RequestContext,
    @Query({ schema: frameworkSearchQuery }) query: FrameworkSearchQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FrameworkHitDto[]> {
    const { rows, total } = await this.searching.search(context, query);
    return listReply(reply, 'hits', query, rows.map(toFrameworkHitDto), total);
  }

  @Get('releases/:id/near-duplicates')
  @Access('framework.read')
  @ApiOperation({ summary: 'The ten items of a release that are most like one to be added.' })
  @ApiOkResponse({ standardSchema: z.array(nearDuplicateDto), description: 'The nearest first.' })
  async nearDuplicates(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: nearDuplicatesQuery }) query: NearDuplicatesQuery,
  ): Promise<NearDuplicateDto[]> {
    return (await this.searching.nearDuplicates(context, id, query)).map(toNearDuplicateDto);
  }
}
