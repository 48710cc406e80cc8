import { Body, Controller, Get, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import {
  ratingPoliciesQuery,
  type RatingPoliciesQuery,
  ratingPolicyDto,
  type RatingPolicyDto,
  ratingPolicyInputDto,
  type RatingPolicyInputDto,
  toRatingPolicyDto,
} from '../dto/rating-policy.dto.ts';
import { PolicyChangesService } from './policy-changes.service.ts';
import type { StoredPolicy } from './policy.types.ts';

@ApiTags('gaps')
@Controller('rating-policy')
export class RatingPolicyController {
  constructor(private readonly changes: PolicyChangesService) {}

  @Get()
  @Access('rating-policy.read')
  @ApiOperation({ summary: 'By which rule several ratings of one KSA become one level.' })
  @ApiOkResponse({ standardSchema: ratingPolicyDto })
  async current(
    @Context() context: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingPolicyDto> {
    return tagged(reply, await this.changes.current(context));
  }

  @Get('versions')
  @Access('rating-policy.read')
  @ApiOkResponse({ standardSchema: z.array(ratingPolicyDto) })
  async versions(
    @Context() context: RequestContext,
    @Query({ schema: ratingPoliciesQuery }) query: RatingPoliciesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingPolicyDto[]> {
    const { rows, total } = await this.changes.versions(context, query);
    return listReply(reply, 'rating-policy', query, rows.map(toRatingPolicyDto), total);
  }

  @Put()
  @Access('rating-policy.edit')
  @ApiOperation({ summary: 'A new version; every score of the organisation is made anew by it.' })
  @ApiOkResponse({ standardSchema: ratingPolicyDto })
  async change(
    @Context() context: RequestContext,
    @IfMatch() version: number,
    @Body({ schema: ratingPolicyInputDto }) body: RatingPolicyInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RatingPolicyDto> {
    return tagged(reply, await this.changes.change(context, version, body));
  }
}

function tagged(reply: FastifyReply, stored: StoredPolicy): RatingPolicyDto {
  setEtag(reply, stored.policy.version);
  return toRatingPolicyDto(stored);
}
