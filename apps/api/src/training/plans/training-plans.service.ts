import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { minutesOfHours } from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Jobs } from '#platform/jobs/jobs';
import { RoleProfilesService } from '#roles';
import { TeamsService } from '#workforce';
import { ProgrammesRepository } from '../programmes/programmes.repository.ts';
import {
  type CreateTrainingPlanDto,
  type PlanPlacesQuery,
  type PlanSessionsQuery,
  toTrainingPlanDetailDto,
  type TrainingPlanDetailDto,
  type TrainingPlansQuery,
} from './dto/training-plan.dto.ts';
import { planTraining } from './jobs/plan-training.job.ts';
import { PlanPlacesRepository, type SeatedSession } from './plan-places.repository.ts';
import { planNotFound, windowOver } from './plans.errors.ts';
import type { PlacedWorker, PlanDetail, PlanQuestion, PlanSummary } from './training-plan.types.ts';
import { TrainingPlansRepository } from './training-plans.repository.ts';

/** Plans of who takes which session, for an organisation or a part of it. */
@Injectable()
export class TrainingPlansService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: TrainingPlansRepository,
    private readonly places: PlanPlacesRepository,
    private readonly programmes: ProgrammesRepository,
    private readonly frameworks: FrameworksService,
    private readonly profiles: RoleProfilesService,
    private readonly teams: TeamsService,
    private readonly jobs: Jobs,
  ) {}

  list(context: RequestContext, query: TrainingPlansQuery): Promise<{ rows: PlanSummary[]; total: number }> {
    return this.plans.list(context, query);
  }

  async one(context: RequestContext, id: string): Promise<TrainingPlanDetailDto> {
    const plan = await this.found(context, id);
    const titles = new Map((await this.programmes.all(context)).map((each) => [each.id, each.title]));
    const uncovered = (plan.result?.uncovered ?? []).map(({ ksaNo }) => ksaNo);
    const ksas = await this.frameworks.ksasByNo(context, null, uncovered);
    return toTrainingPlanDetailDto(plan, {
      programme: (programmeId) => titles.get(programmeId) ?? '',
      ksa: (ksaNo) => {
        const { code, title } = ksas.get(ksaNo) ?? { code: String(ksaNo), title: '' };
        return { ksaCode: code, title };
      },
    });
  }

  async create(context: RequestContext, input: CreateTrainingPlanDto): Promise<TrainingPlanDetailDto> {
    if (input.until < context.now.toISOString().slice(0, 10)) throw windowOver();
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { name, from, until, budgetCents, currency, hoursPerWorker, teamId, roleProfileIds } = input;
      for (const each of roleProfileIds ?? []) await this.profiles.one(transaction, each);
      const question: PlanQuestion = {
        ...{ name, from, until, budgetCents, currency, roleProfileIds },
        minutesPerWorker: hoursPerWorker === null ? null : minutesOfHours(String(hoursPerWorker)),
        teamNo: teamId === null ? null : (await this.teams.teamById(transaction, teamId)).teamNo,
      };
      const id = uuidv7();
      await this.plans.insert(transaction, id, question);
      await this.jobs.request(transaction, planTraining, { planId: id }, id);
      return this.one(transaction, id);
    });
  }

  /** From the scores and the sessions as they are by now. The former result stands until the new one does. */
  planAgain(context: RequestContext, id: string): Promise<TrainingPlanDetailDto> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.found(transaction, id);
      await this.jobs.request(transaction, planTraining, { planId: id }, id);
      return this.one(transaction, id);
    });
  }

  async placesOf(
    context: RequestContext,
    id: string,
    query: PlanPlacesQuery,
  ): Promise<{ rows: PlacedWorker[]; total: number }> {
    await this.found(context, id);
    return this.places.places(context, id, query);
  }

  async sessionsOf(
    context: RequestContext,
    id: string,
    query: PlanSessionsQuery,
  ): Promise<{ rows: SeatedSession[]; total: number }> {
    await this.found(context, id);
    return this.places.sessions(context, id, query);
  }

  /** A run that is still at it finds the plan gone, and stores nothing. */
  remove(context: RequestContext, id: string): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      if (!(await this.plans.remove(transaction, id))) throw planNotFound();
    });
  }

  private async found(context: RequestContext, id: string): Promise<PlanDetail> {
    const plan = await this.plans.detail(context, id);
    if (plan === undefined) throw planNotFound();
    return plan;
  }
}
