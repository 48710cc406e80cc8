import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import {
  ownImpactDto,
  type OwnImpactDto,
  releaseImpactDto,
  type ReleaseImpactDto,
  toOwnImpactDto,
  toReleaseImpactDto,
} from './dto/impact.dto.ts';
import { ImpactService } from './impact.service.ts';

const ID = { schema: z.uuid() };

/** Beside the releases, which are in `frameworks`: who builds on them is known here. */
@ApiTags('curation')
@Controller('releases/:id')
export class ImpactController {
  constructor(private readonly impact: ImpactService) {}

  @Get('impact')
  @Access('framework.curate')
  @ApiOperation({
    summary: 'How many organisations, and how much of theirs, a release touches: counts alone.',
  })
  @ApiOkResponse({ standardSchema: releaseImpactDto })
  async ofRelease(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
  ): Promise<ReleaseImpactDto> {
    return toReleaseImpactDto(await this.impact.ofRelease(context, id));
  }

  @Get('my-impact')
  @Access('role-profiles.read')
  @ApiOperation({ summary: 'What of the own organisation’s a release touches, by name.' })
  @ApiOkResponse({ standardSchema: ownImpactDto })
  async own(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<OwnImpactDto> {
    return toOwnImpactDto(await this.impact.own(context, id));
  }
}
