import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { reasonDto, type ReasonDto } from '../curation/dto/draft.dto.ts';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import { releaseDto, type ReleaseDto, toReleaseDto } from '../dto/release.dto.ts';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import {
  approvalsDto,
  type ApprovalsDto,
  leftOutDto,
  publicationDto,
  type PublicationDto,
  releaseFaultDto,
  type ReleaseFaultDto,
  revisionDto,
  type RevisionDto,
  toApprovalDto,
} from './dto/publishing.dto.ts';
import { APPROVALS_NEEDED, PublishingService } from './publishing.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('curation')
@Controller('releases/:id')
export class PublishingController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly content: ReleaseContentService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Get('checks')
  @Access('framework.read')
  @ApiOperation({ summary: 'Every place where the release fails a check; it cannot be published with any.' })
  @ApiOkResponse({ standardSchema: z.array(releaseFaultDto) })
  check(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<ReleaseFaultDto[]> {
    return this.content.check(context, id);
  }

  @Get('approvals')
  @Access('framework.curate')
  @ApiOkResponse({ standardSchema: approvalsDto, description: 'Of the release as it stands.' })
  async approvals(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<ApprovalsDto> {
    const { revision } = await this.frameworks.release(context, id);
    const approvals = await this.publishing.approvals(context, id);
    return {
      ...{ revision, needed: APPROVALS_NEEDED },
      approvals: approvals.map((approval) => toApprovalDto(approval, context.actor.userId)),
    };
  }

  @Get('left-out')
  @Access('framework.curate')
  @ApiOperation({
    summary: 'Releases published after this draft began whose changes are not in it; the oldest first.',
  })
  @ApiOkResponse({ standardSchema: z.array(leftOutDto) })
  async leftOut(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
  ): Promise<z.output<typeof leftOutDto>[]> {
    return [...(await this.publishing.leftOut(context, id))];
  }

  @Post('approve')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Approves a release in review, as the person has read it.' })
  @ApiOkResponse({ standardSchema: approvalsDto })
  async approve(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: revisionDto }) { revision }: RevisionDto,
  ): Promise<ApprovalsDto> {
    const approvals = await this.publishing.approve(context, id, revision);
    return {
      ...{ revision, needed: APPROVALS_NEEDED },
      approvals: approvals.map((approval) => toApprovalDto(approval, context.actor.userId)),
    };
  }

  @Post('publish')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Publishes what two persons have approved; it never changes again.' })
  @ApiOkResponse({ standardSchema: releaseDto })
  async publish(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: publicationDto }) body: PublicationDto,
  ): Promise<ReleaseDto> {
    return this.told(context, await this.publishing.publish(context, id, body));
  }

  @Post('retire')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({
    summary: 'Retires a published release: it stays readable, and nothing new begins from it.',
  })
  @ApiOkResponse({ standardSchema: releaseDto })
  async retire(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: reasonDto }) { reason }: ReasonDto,
  ): Promise<ReleaseDto> {
    return this.told(context, await this.publishing.retire(context, id, reason));
  }

  private async told(context: RequestContext, release: Release): Promise<ReleaseDto> {
    return toReleaseDto(release, this.frameworks.currentOf(await this.frameworks.releases(context)));
  }
}
