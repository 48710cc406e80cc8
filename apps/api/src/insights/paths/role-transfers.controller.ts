import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { CareerPathsService } from './career-paths.service.ts';
import { roleTransferDto, type RoleTransferDto } from './dto/career-path.dto.ts';

@ApiTags('insights')
@Controller('role-transfers/:fromId/:toId')
export class RoleTransfersController {
  constructor(private readonly paths: CareerPathsService) {}

  @Get()
  @Access('role-profiles.read')
  @ApiOperation({
    summary: 'What two role profiles or occupations have in common, and what lies between them.',
  })
  @ApiOkResponse({ standardSchema: roleTransferDto })
  between(
    @Context() context: RequestContext,
    @Param('fromId', { schema: z.uuid() }) fromId: string,
    @Param('toId', { schema: z.uuid() }) toId: string,
  ): Promise<RoleTransferDto> {
    return this.paths.between(context, fromId, toId);
  }
}
