import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { migrationDecisionsDto, type MigrationDecisionsDto } from '#roles';
import { migrationPreviewDto, type MigrationPreviewDto } from './dto/migration-preview.dto.ts';
import { MigrationPreviewService } from './migration-preview.service.ts';

/** Beside the migration itself, which is in `roles`: how ready people are is known here. */
@ApiTags('roles')
@Controller('role-profiles/:id/migration/preview')
export class MigrationPreviewController {
  constructor(private readonly previews: MigrationPreviewService) {}

  @Post()
  @HttpCode(200)
  @Access('what-if.try')
  @ApiOperation({
    summary: 'How ready those who have the role would be on the other release; nothing is written.',
  })
  @ApiOkResponse({ standardSchema: migrationPreviewDto })
  preview(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: migrationDecisionsDto }) body: MigrationDecisionsDto,
  ): Promise<MigrationPreviewDto> {
    return this.previews.preview(context, id, body);
  }
}
