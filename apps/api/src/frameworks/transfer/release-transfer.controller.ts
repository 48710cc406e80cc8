import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { type FileBody, TakesFile } from '#platform/http/file-body';
import { toReleaseDto } from '../dto/release.dto.ts';
import { FrameworksService } from '../frameworks.service.ts';
import {
  releaseExportQuery,
  type ReleaseExportQuery,
  releaseImportDto,
  type ReleaseImportDto,
  releaseImportQuery,
  type ReleaseImportQuery,
} from './dto/release-transfer.dto.ts';
import { ReleaseExportService } from './release-export.service.ts';
import { ReleaseImportService, XLSX_TYPE } from './release-import.service.ts';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('curation')
@Controller()
export class ReleaseTransferController {
  constructor(
    private readonly exports: ReleaseExportService,
    private readonly imports: ReleaseImportService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Get('releases/:id/export')
  @Access('framework.read')
  @ApiOperation({ summary: 'A whole release as a file: JSON that loses nothing, CSV, or XLSX.' })
  @ApiProduces('application/json', 'application/zip', 'text/csv', XLSX_TYPE)
  @ApiOkResponse(FILE)
  async export(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: releaseExportQuery }) query: ReleaseExportQuery,
  ): Promise<StreamableFile> {
    const { name, type, stream } = await this.exports.export(context, id, query);
    return new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
  }

  @Post('release-imports')
  @Access('framework.curate')
  @TakesFile()
  @ApiOperation({
    summary:
      'Brings a release from a file into a draft, all of it or nothing; rehearses it unless told otherwise.',
  })
  @ApiConsumes('application/json', 'application/zip', 'text/csv', XLSX_TYPE)
  @ApiBody(FILE)
  @ApiOkResponse({ standardSchema: releaseImportDto, description: 'A rehearsal; 201: the draft is made.' })
  async import(
    @Context() context: RequestContext,
    @Query({ schema: releaseImportQuery }) { dryRun, ...choice }: ReleaseImportQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReleaseImportDto> {
    const body = request.body as FileBody | undefined;
    const { release, ...result } =
      dryRun === 'true'
        ? await this.imports.rehearse(context, body, choice)
        : await this.imports.import(context, body, choice);
    void reply.status(release === null ? 200 : 201);
    const current = this.frameworks.currentOf(await this.frameworks.releases(context));
    return {
      ...result,
      problems: [...result.problems],
      release: release && toReleaseDto(release, current),
    };
  }
}
