import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  occupationDetailDto,
  type OccupationDetailDto,
  occupationDto,
  type OccupationDto,
  occupationsQuery,
  type OccupationsQuery,
  toOccupationDetailDto,
  toOccupationDto,
} from './dto/occupation.dto.ts';
import { FrameworksService } from './frameworks.service.ts';

@ApiTags('frameworks')
@Controller('occupations')
export class OccupationsController {
  constructor(private readonly frameworks: FrameworksService) {}

  @Get()
  @Access('framework.read')
  @ApiOkResponse({
    standardSchema: z.array(occupationDto),
    description: 'Of the current release, unless one is named.',
  })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: occupationsQuery }) query: OccupationsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OccupationDto[]> {
    const { rows, total } = await this.frameworks.occupations(context, query);
    return listReply(reply, 'occupations', query, rows.map(toOccupationDto), total);
  }

  @Get(':id')
  @Access('framework.read')
  @ApiOkResponse({ standardSchema: occupationDetailDto, description: 'With its KSAs by competency.' })
  async one(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<OccupationDetailDto> {
    return toOccupationDetailDto(await this.frameworks.occupation(context, id));
  }
}
