import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { longestCode } from '#domain';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import { AssessmentsService } from './assessments.service.ts';
import {
  answerDto,
  type AnswerDto,
  answerQuestionDto,
  type AnswerQuestionDto,
  type AssessmentDetail,
  assessmentDto,
  type AssessmentDto,
  assessmentsQuery,
  type AssessmentsQuery,
  assessmentSummaryDto,
  type AssessmentSummaryDto,
  startRoundDto,
  type StartRoundDto,
  toAssessmentDto,
  toSummaryDto,
} from './dto/assessment.dto.ts';

@ApiTags('assessments')
@Controller('assessments')
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Get()
  @Access('assessments.read')
  @ApiOperation({ summary: 'Assessments; a worker sees their own alone.' })
  @ApiOkResponse({ standardSchema: z.array(assessmentSummaryDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: assessmentsQuery }) query: AssessmentsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssessmentSummaryDto[]> {
    const { rows, total } = await this.assessments.list(context, query);
    return listReply(reply, 'assessments', query, rows.map(toSummaryDto), total);
  }

  @Post()
  @Access('role-assignments.edit')
  @ApiOperation({ summary: 'Asks an assigned worker for another assessment; 409 while one is open.' })
  @ApiCreatedResponse({ standardSchema: assessmentDto })
  async startRound(
    @Context() context: RequestContext,
    @Body({ schema: startRoundDto }) body: StartRoundDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssessmentDto> {
    return tagged(reply, await this.assessments.startRound(context, body));
  }

  @Get(':id')
  @Access('assessments.read')
  @ApiOperation({
    summary: 'One assessment with its questions, in the order of the role profile, and their answers.',
  })
  @ApiOkResponse({ standardSchema: assessmentDto })
  async one(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssessmentDto> {
    return tagged(reply, await this.assessments.one(context, id));
  }

  @Put(':id/answers/:ksaCode')
  @Access('assessments.answer')
  @ApiOperation({ summary: "One answer to one's own draft; the last one counts, the same one twice is one." })
  @ApiOkResponse({ standardSchema: answerDto })
  async answer(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('ksaCode', { schema: z.string().max(longestCode) }) ksaCode: string,
    @Body({ schema: answerQuestionDto }) body: AnswerQuestionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerDto> {
    const { answer, version } = await this.assessments.answer(context, id, ksaCode, body.level);
    setEtag(reply, version);
    return { ksaCode, level: answer.level, answeredAt: answer.answeredAt.toISOString(), version };
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('assessments.answer')
  @ApiOperation({ summary: 'Hands in a draft whose every question is answered; the score follows.' })
  @ApiOkResponse({ standardSchema: assessmentDto })
  async submit(
    @Context() context: RequestContext,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssessmentDto> {
    return tagged(reply, await this.assessments.submit(context, id, version));
  }
}

function tagged(reply: FastifyReply, detail: AssessmentDetail): AssessmentDto {
  setEtag(reply, detail.assessment.version);
  return toAssessmentDto(detail);
}
