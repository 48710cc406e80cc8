import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  compileRoleProfile,
  type CompiledRoleProfile,
  minutesOfHours,
  type PlannedWorker,
  type PlanningInput,
  type Programme,
  trainingPlanner,
  type TrainingPlan,
} from '#domain';
import { LevelsService, type WorkerLevels } from '#gaps';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import type { JobRun } from '#platform/jobs/job-run';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import type { StoredProgramme } from '../programmes/programme.types.ts';
import { ProgrammesRepository } from '../programmes/programmes.repository.ts';
import { ProgrammeSessionsRepository } from './sessions/programme-sessions.repository.ts';
import type { NewPlace, PlanCost, PlanQuestion, PlanResult } from './training-plan.types.ts';
import { TrainingPlansRepository } from './training-plans.repository.ts';

/** Requests are answered by the same process: the planner gives way this often. */
const LONGEST_TURN_MS = 5;
const TELL_EVERY_MS = 500;

/** The job's half of training plans: reads the organisation, lets the domain plan, stores all of it or none. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: TrainingPlansRepository,
    private readonly sessions: ProgrammeSessionsRepository,
    private readonly programmes: ProgrammesRepository,
    private readonly levels: LevelsService,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly events: Events,
  ) {}

  /**
   * Made again it gives the same of the same scores and sessions. A plan that was deleted meanwhile is none.
   * @throws JobCancelled when somebody has cancelled the run; a former result stands
   */
  async plan(context: RequestContext, planId: string, run: JobRun): Promise<void> {
    const question = await this.plans.question(context, planId);
    if (question === undefined) return;
    const catalogue = await this.programmes.all(context);
    const input = await this.input(context, question, catalogue);
    const plan = await this.compute(context, input, run);
    const { result, places } = stored(plan, input, catalogue);
    await this.unitOfWork.transaction(context, async (transaction) => {
      if (!(await this.plans.store(transaction, planId, result, places))) return;
      await this.events.publish(transaction, { type: 'training-plan-computed', planId });
      await run.checkpoint(transaction, { done: 1, total: 1, cursor: null });
    });
  }

  private async compute(context: RequestContext, input: PlanningInput, run: JobRun): Promise<TrainingPlan> {
    const planner = trainingPlanner(input);
    let turnBegan = performance.now();
    let told = turnBegan;
    for (;;) {
      const step = planner.next();
      if (step.done) return step.value;
      const now = performance.now();
      if (now - turnBegan < LONGEST_TURN_MS) continue;
      await nextTurn();
      if (now - told > TELL_EVERY_MS) {
        const { done, total } = step.value;
        await this.unitOfWork.transaction(context, (transaction) =>
          run.checkpoint(transaction, { done, total, cursor: null }),
        );
        told = performance.now();
      }
      turnBegan = performance.now();
    }
  }

  private async input(
    context: RequestContext,
    question: PlanQuestion,
    catalogue: readonly StoredProgramme[],
  ): Promise<PlanningInput> {
    const { from, until, budgetCents, currency, minutesPerWorker } = question;
    const entryKsas = new Set(
      catalogue.flatMap(({ requiresLevels }) => requiresLevels.map(({ ksaNo }) => ksaNo)),
    );
    const found = await this.unitOfWork.transaction(context, (transaction) =>
      this.workers(transaction, question, [...entryKsas]),
    );
    const versions = new Set(found.flatMap(({ scores }) => scores.map((score) => score.profileVersionNo)));
    const profiles: CompiledRoleProfile[] = [];
    const placeOf = new Map<number, number>();
    const { maxLevel } = await this.workforce.scale(context);
    for (const profileVersionNo of versions) {
      const { requirements } = await this.roles.profileVersion(context, profileVersionNo);
      placeOf.set(profileVersionNo, profiles.length);
      profiles.push(compileRoleProfile(requirements, maxLevel));
    }
    const workers = found.map(({ workerNo, scores, beyond }): PlannedWorker => ({
      ...{ workerNo, beyond },
      roles: scores.map(({ profileVersionNo, attained }) => ({
        profile: placeOf.get(profileVersionNo) as number,
        attained,
      })),
    }));
    return {
      ...{ profiles, workers, from, until, minutesPerWorker, costCents: budgetCents },
      programmes: catalogue.map((programme) => programmeIn(programme, currency)),
      sessions: await this.sessions.within(context, from, until),
    };
  }

  private async workers(
    context: TransactionContext,
    { teamNo, roleProfileIds }: PlanQuestion,
    ksaNos: readonly number[],
  ): Promise<WorkerLevels[]> {
    const workers: WorkerLevels[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await this.levels.page(context, { teamNo, roleProfileIds }, after, ksaNos);
      workers.push(...page.workers);
      after = page.next;
    }
    return workers.filter(({ scores }) => scores.length > 0);
  }
}

/** A cost in another currency than the budget's is as good as unknown. */
function programmeIn(programme: StoredProgramme, currency: string | null): Programme {
  const { id, hours, costCents, outcomes, requiresProgrammes, requiresLevels } = programme;
  const isComparable = currency === null || programme.currency === currency;
  return {
    ...{ id, outcomes, requiresProgrammes, requiresLevels },
    minutes: minutesOfHours(String(hours)),
    costCents: isComparable ? costCents : null,
  };
}

function stored(
  plan: TrainingPlan,
  { workers }: PlanningInput,
  catalogue: readonly StoredProgramme[],
): { result: PlanResult; places: NewPlace[] } {
  const { algorithm, denominator, gained, bound, shortfall, places, leftOut, uncovered } = plan;
  return {
    places: places.map(({ workerNo, order, sessionId, gained: numerator }) => ({
      ...{ workerNo, sessionId, place: order },
      gained: numerator.toString(),
    })),
    result: {
      algorithm,
      denominator: denominator.toString(),
      gained: gained.toString(),
      bound: bound.toString(),
      shortfall: shortfall.toString(),
      workerCount: workers.length,
      seatedCount: new Set(places.map(({ workerNo }) => workerNo)).size,
      placeCount: places.length,
      costs: costsOf(plan, catalogue),
      leftOut: leftOut.map((each) => ({ ...each, wouldGain: each.wouldGain.toString() })),
      uncovered: uncovered.map(({ ksaNo, workers: count }) => ({ ksaNo, workers: count })),
    },
  };
}

function costsOf({ places }: TrainingPlan, catalogue: readonly StoredProgramme[]): PlanCost[] {
  const programmes = new Map(catalogue.map((programme) => [programme.id, programme]));
  const sums = new Map<string, number>();
  for (const { programmeId } of places) {
    const { costCents = null, currency = null } = programmes.get(programmeId) ?? {};
    if (costCents !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + costCents);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, cents]) => ({ currency, cents }));
}
