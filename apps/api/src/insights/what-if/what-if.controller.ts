import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import {
  whatIfLevelsDto,
  type WhatIfLevelsDto,
  whatIfLevelsQuery,
  type WhatIfLevelsQuery,
} from './dto/what-if-levels.dto.ts';
import { whatIfAnswerDto, type WhatIfAnswerDto, whatIfDto, type WhatIfDto } from './dto/what-if.dto.ts';
import { WhatIfLevelsService } from './what-if-levels.service.ts';
import { WhatIfService } from './what-if.service.ts';

@ApiTags('insights')
@Controller('what-if')
export class WhatIfController {
  constructor(
    private readonly whatIf: WhatIfService,
    private readonly levels: WhatIfLevelsService,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('what-if.try')
  @ApiOperation({
    summary: 'What would be with other levels, weights, policy, people or training; nothing is written.',
  })
  @ApiOkResponse({ standardSchema: whatIfAnswerDto })
  try(
    @Context() context: RequestContext,
    @Body({ schema: whatIfDto }) body: WhatIfDto,
  ): Promise<WhatIfAnswerDto> {
    return this.whatIf.try(context, body);
  }

  @Get('levels')
  @Access('what-if.try')
  @ApiOperation({
    summary: "A role's requirements and its workers' attained levels, to try changes in a page.",
  })
  @ApiOkResponse({ standardSchema: whatIfLevelsDto })
  read(
    @Context() context: RequestContext,
    @Query({ schema: whatIfLevelsQuery }) { roleProfileId }: WhatIfLevelsQuery,
  ): Promise<WhatIfLevelsDto> {
    return this.levels.read(context, roleProfileId);
  }
}
