import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { csvReply, wantsCsv } from '#platform/http/csv';
import { AnalysisService } from './analysis.service.ts';
import {
  analysisDto,
  type AnalysisDto,
  analysisName,
  type AnalysisNameDto,
  analysisQuery,
  type AnalysisQuery,
  toAnalysisDto,
  toAnalysisRows,
} from './dto/analysis.dto.ts';
import {
  nearestOccupationsDto,
  type NearestOccupationsDto,
  nearestQuery,
  type NearestQuery,
  toNearestOccupationsDto,
  toNearestOccupationsRows,
} from './dto/occupation-analysis.dto.ts';
import {
  printedFigureDto,
  type PrintedFigureDto,
  printedFiguresQuery,
  type PrintedFiguresQuery,
  toPrintedFigureDto,
  toPrintedFigureRows,
} from './dto/printed-figure.dto.ts';
import { OccupationAnalysisService } from './occupation-analysis.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('analysis')
@Controller('releases/:id')
export class AnalysisController {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly occupations: OccupationAnalysisService,
  ) {}

  @Get('analysis/:name')
  @Access('framework.read')
  @ApiOperation({
    summary:
      'What the release answers to a question, by a rule of counting, beside what its report prints; as CSV too.',
  })
  @ApiOkResponse({ standardSchema: analysisDto })
  async analysis(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Param('name', { schema: analysisName }) name: AnalysisNameDto,
    @Query({ schema: analysisQuery }) { format, ...asked }: AnalysisQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnalysisDto | string> {
    const analysis = await this.analyses.analysis(context, id, { name, ...asked });
    if (!wantsCsv(format, accept)) return toAnalysisDto(analysis);
    const file = [name, asked.subject, analysis.release.label, analysis.rule].filter(Boolean).join('-');
    return csvReply(reply, `${file}.csv`, toAnalysisRows(analysis));
  }

  @Get('printed-figures')
  @Access('framework.read')
  @ApiOperation({ summary: 'Every figure that the report of the release prints, recomputed; as CSV too.' })
  @ApiOkResponse({ standardSchema: z.array(printedFigureDto) })
  async printedFigures(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: printedFiguresQuery }) { format }: PrintedFiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrintedFigureDto[] | string> {
    const report = await this.analyses.report(context, id);
    if (!wantsCsv(format, accept)) return report.figures.map(toPrintedFigureDto);
    return csvReply(reply, `printed-figures-${report.release.label}.csv`, toPrintedFigureRows(report));
  }

  @Get('nearest-occupations')
  @Access('framework.read')
  @ApiOperation({ summary: 'The occupations nearest to a set of KSAs; as CSV too.' })
  @ApiOkResponse({ standardSchema: nearestOccupationsDto })
  async nearestOccupations(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: nearestQuery }) { format, ...asked }: NearestQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NearestOccupationsDto | string> {
    const near = await this.occupations.nearest(context, id, asked);
    if (!wantsCsv(format, accept)) return toNearestOccupationsDto(near);
    return csvReply(reply, `nearest-occupations-${near.release.label}.csv`, toNearestOccupationsRows(near));
  }
}
