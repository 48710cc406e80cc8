import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import { toProgrammeSessionDto } from './dto/programme-session.dto.ts';
import {
  createTrainingPlanDto,
  type CreateTrainingPlanDto,
  planPlaceDto,
  type PlanPlaceDto,
  planPlacesQuery,
  type PlanPlacesQuery,
  planSessionDto,
  type PlanSessionDto,
  planSessionsQuery,
  type PlanSessionsQuery,
  toPlanPlaceDto,
  toTrainingPlanDto,
  trainingPlanDetailDto,
  type TrainingPlanDetailDto,
  trainingPlanDto,
  type TrainingPlanDto,
  trainingPlansQuery,
  type TrainingPlansQuery,
} from './dto/training-plan.dto.ts';
import type { SeatedSession } from './plan-places.repository.ts';
import { TrainingPlansService } from './training-plans.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('training')
@Controller('training-plans')
export class TrainingPlansController {
  constructor(private readonly plans: TrainingPlansService) {}

  @Get()
  @Access('training-plans.read')
  @ApiOkResponse({ standardSchema: z.array(trainingPlanDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: trainingPlansQuery }) query: TrainingPlansQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingPlanDto[]> {
    const { rows, total } = await this.plans.list(context, query);
    return listReply(reply, 'training-plans', query, rows.map(toTrainingPlanDto), total);
  }

  @Post()
  @Access('training-plans.edit')
  @ApiOperation({
    summary: 'Asks for a plan of who takes which session, to close most within seats, days and one budget.',
  })
  @ApiCreatedResponse({ standardSchema: trainingPlanDetailDto })
  create(
    @Context() context: RequestContext,
    @Body({ schema: createTrainingPlanDto }) body: CreateTrainingPlanDto,
  ): Promise<TrainingPlanDetailDto> {
    return this.plans.create(context, body);
  }

  @Get(':id')
  @Access('training-plans.read')
  @ApiOperation({ summary: 'What the plan closes, of at most how much, and what stayed out and why.' })
  @ApiOkResponse({ standardSchema: trainingPlanDetailDto })
  one(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<TrainingPlanDetailDto> {
    return this.plans.one(context, id);
  }

  @Post(':id/plan-again')
  @HttpCode(200)
  @Access('training-plans.edit')
  @ApiOperation({ summary: 'Plans anew from the scores and sessions of now; until then the result stands.' })
  @ApiOkResponse({ standardSchema: trainingPlanDetailDto })
  planAgain(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<TrainingPlanDetailDto> {
    return this.plans.planAgain(context, id);
  }

  @Get(':id/places')
  @Access('training-plans.read')
  @ApiOkResponse({ standardSchema: z.array(planPlaceDto) })
  async places(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: planPlacesQuery }) query: PlanPlacesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanPlaceDto[]> {
    const { rows, total } = await this.plans.placesOf(context, id, query);
    return listReply(reply, 'places', query, rows.map(toPlanPlaceDto), total);
  }

  @Get(':id/sessions')
  @Access('training-plans.read')
  @ApiOperation({ summary: 'The sessions of the window, with the seats that the plan gives.' })
  @ApiOkResponse({ standardSchema: z.array(planSessionDto) })
  async sessions(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: planSessionsQuery }) query: PlanSessionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanSessionDto[]> {
    const { rows, total } = await this.plans.sessionsOf(context, id, query);
    return listReply(reply, 'sessions', query, rows.map(toPlanSessionDto), total);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('training-plans.edit')
  @ApiNoContentResponse()
  remove(@Context() context: RequestContext, @Param('id', ID) id: string): Promise<void> {
    return this.plans.remove(context, id);
  }
}

function toPlanSessionDto(session: SeatedSession): PlanSessionDto {
  const { seats, taken, gained } = session;
  return {
    ...toProgrammeSessionDto(session),
    taken,
    seatsLeft: seats === null ? null : seats - taken,
    gained,
  };
}
