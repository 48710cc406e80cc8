import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  decideProposalDto,
  type DecideProposalDto,
  proposalDetailDto,
  type ProposalDetailDto,
  proposalDto,
  type ProposalDto,
  proposalsQuery,
  type ProposalsQuery,
  replyToProposalDto,
  type ReplyToProposalDto,
  toProposalDetailDto,
  toProposalDto,
  writeProposalDto,
  type WriteProposalDto,
} from './dto/proposal.dto.ts';
import { ProposalsService } from './proposals.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('proposals')
@Controller('proposals')
export class ProposalsController {
  constructor(private readonly proposals: ProposalsService) {}

  @Get()
  @Access('framework.propose')
  @ApiOkResponse({
    standardSchema: z.array(proposalDto),
    description: 'Those of every organisation for curators, of the own one for everybody else.',
  })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: proposalsQuery }) query: ProposalsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalDto[]> {
    const { rows, total } = await this.proposals.list(context, query);
    const told = rows.map((proposal) => toProposalDto(proposal, context));
    return listReply(reply, 'proposals', query, told, total);
  }

  @Get(':id')
  @Access('framework.propose')
  @ApiOkResponse({ standardSchema: proposalDetailDto })
  async one(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<ProposalDetailDto> {
    return toProposalDetailDto(await this.proposals.one(context, id), context);
  }

  @Post()
  @Access('framework.propose')
  @ApiOperation({ summary: 'A comment on an item, a change of it, or an item that is missing.' })
  @ApiCreatedResponse({ standardSchema: proposalDetailDto })
  async write(
    @Context() context: RequestContext,
    @Body({ schema: writeProposalDto }) body: WriteProposalDto,
  ): Promise<ProposalDetailDto> {
    return toProposalDetailDto(await this.proposals.write(context, body), context);
  }

  @Post(':id/replies')
  @Access('framework.propose')
  @ApiCreatedResponse({ standardSchema: proposalDetailDto })
  async reply(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: replyToProposalDto }) { says }: ReplyToProposalDto,
  ): Promise<ProposalDetailDto> {
    return toProposalDetailDto(await this.proposals.reply(context, id, says), context);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('framework.propose')
  @ApiOkResponse({ standardSchema: proposalDetailDto })
  async withdraw(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
  ): Promise<ProposalDetailDto> {
    return toProposalDetailDto(await this.proposals.withdraw(context, id), context);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Access('framework.curate')
  @ApiOperation({ summary: 'Accepts or declines; accepting a missing item may add it to a draft at once.' })
  @ApiOkResponse({ standardSchema: proposalDetailDto })
  async decide(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Body({ schema: decideProposalDto }) body: DecideProposalDto,
  ): Promise<ProposalDetailDto> {
    return toProposalDetailDto(await this.proposals.decide(context, id, body), context);
  }
}
