import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { csvReply, wantsCsv } from '#platform/http/csv';
import {
  compareQuery,
  type CompareQuery,
  occupationComparisonDto,
  type OccupationComparisonDto,
  toOccupationComparisonDto,
  toOccupationComparisonRows,
} from './dto/occupation-analysis.dto.ts';
import { OccupationAnalysisService } from './occupation-analysis.service.ts';

@ApiTags('analysis')
@Controller('occupations')
export class OccupationAnalysisController {
  constructor(private readonly occupations: OccupationAnalysisService) {}

  @Get('compare')
  @Access('framework.read')
  @ApiOperation({ summary: 'What two occupations share, and what only one of them needs; as CSV too.' })
  @ApiOkResponse({ standardSchema: occupationComparisonDto })
  async compare(
    @Context() context: RequestContext,
    @Query({ schema: compareQuery }) { ids, format }: CompareQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OccupationComparisonDto | string> {
    const compared = await this.occupations.compare(context, ids);
    if (!wantsCsv(format, accept)) return toOccupationComparisonDto(compared);
    const [one, other] = compared.occupations;
    return csvReply(reply, `${one.title}-${other.title}.csv`, toOccupationComparisonRows(compared));
  }
}
