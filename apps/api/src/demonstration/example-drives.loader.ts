import { Injectable } from '@nestjs/common';
import { AssessmentsService, RatingsService, ReviewService } from '#assessments';
import { FrameworksService } from '#frameworks';
import type { Actor, TransactionContext } from '#platform/context/request-context';
import { RequirementsService, RoleProfilesService } from '#roles';
import { TrainingService } from '#training';
import { TeamsService, type Worker, WorkforceService } from '#workforce';
import {
  CELLS,
  LINE_2,
  MAINTENANCE,
  type OtherRating,
  type RoleSketch,
  type Round,
  ROBOT_TECHNICIAN,
  MECHATRONICS_TECHNICIAN,
  type TeamSketch,
  type WorkerSketch,
  WORKERS,
} from './example-drives.ts';
import { PROGRAMMES } from './programme-catalogue.ts';

export interface Staff {
  readonly administrator: Actor;
  readonly assessor: Actor;
}

/** Gives a worker an account to be signed in as, where the demonstration shows one; answers the account's id. */
export type AccountOf = (worker: Worker, sketch: WorkerSketch) => Promise<string | null>;

const DAY_MS = 86_400_000;

/** Fills the demonstration's manufacturer by way of the services: the rules that hold for everybody hold here. */
@Injectable()
export class ExampleDrivesLoader {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
    private readonly teams: TeamsService,
    private readonly profiles: RoleProfilesService,
    private readonly requirements: RequirementsService,
    private readonly assessments: AssessmentsService,
    private readonly reviews: ReviewService,
    private readonly ratings: RatingsService,
    private readonly training: TrainingService,
  ) {}

  /** All in the caller's transaction: what fails half way has not happened. */
  async load(transaction: TransactionContext, staff: Staff, accountOf: AccountOf): Promise<void> {
    const context = { ...transaction, actor: staff.administrator };
    const roles = new Map<RoleSketch, string>();
    for (const sketch of [ROBOT_TECHNICIAN, MECHATRONICS_TECHNICIAN])
      roles.set(sketch, await this.role(context, sketch));
    await this.catalogue(context);
    const teams = new Map<TeamSketch, string>();
    for (const sketch of [CELLS, LINE_2, MAINTENANCE]) teams.set(sketch, await this.team(context, sketch));
    for (const sketch of WORKERS) {
      const { name, jobTitle, team } = sketch;
      const teamId = team === undefined ? null : (teams.get(team) as string);
      const { worker } = await this.workforce.create(context, { name, jobTitle, teamId });
      const userId = await accountOf(worker, sketch);
      for (const rating of sketch.ratings ?? []) await this.rating(context, worker, rating);
      for (const round of sketch.rounds)
        await this.round(context, staff, worker, userId, round, roles.get(round.role) as string);
    }
  }

  private async role(context: TransactionContext, sketch: RoleSketch): Promise<string> {
    const { occupations } = await this.frameworks.releaseIndex(context);
    const { title, technologyArea } = sketch.occupation;
    const occupation = occupations.find(
      (each) => each.title === title && each.technologyArea === technologyArea,
    );
    if (occupation === undefined)
      throw new Error(`The framework has no occupation "${title}" in ${technologyArea}.`);
    const { name, description, defaultLevel } = sketch;
    const begun = await this.profiles.create(context, {
      name,
      description,
      occupationIds: [occupation.id],
      defaultLevel,
    });
    const requirements = Object.entries(sketch.requirements).map(([ksaCode, change]) => ({
      ksaCode,
      ...change,
    }));
    const { profile } = await this.requirements.editMany(context, begun.id, begun.version, { requirements });
    return (await this.profiles.publish(context, begun.id, profile.version)).id;
  }

  private async team(context: TransactionContext, { name, site, minimums }: TeamSketch): Promise<string> {
    const { id } = await this.teams.create(context, { name, site });
    for (const [ksaCode, headcount] of Object.entries(minimums))
      await this.teams.setMinimum(context, id, ksaCode, headcount);
    return id;
  }

  private async catalogue(context: TransactionContext): Promise<void> {
    const ids = new Map<string, string>();
    for (const { after = [], ...programme } of PROGRAMMES) {
      const requiresProgrammes = after.map((title) => ids.get(title) as string);
      ids.set(
        programme.title,
        await this.training.addProgramme(context, { ...programme, requiresProgrammes }),
      );
    }
  }

  private async rating(context: TransactionContext, worker: Worker, rating: OtherRating): Promise<void> {
    const ratedAt = new Date(context.now.getTime() - rating.daysAgo * DAY_MS);
    const expiresAt =
      rating.validDays === undefined ? null : new Date(ratedAt.getTime() + rating.validDays * DAY_MS);
    await this.ratings.record(context, worker.id, {
      ksaCode: rating.ksaCode,
      source: rating.source,
      level: rating.level,
      ratedAt: ratedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    });
  }

  private async round(
    context: TransactionContext,
    staff: Staff,
    worker: Worker,
    userId: string | null,
    round: Round,
    roleProfileId: string,
  ): Promise<void> {
    const { assessmentId } = await this.assessments.assign(context, { workerId: worker.id, roleProfileId });
    if (round.answers === null) return;
    const actor: Actor = {
      userId,
      name: worker.name,
      roles: ['worker'],
      workerNo: worker.workerNo,
      workerId: worker.id,
    };
    await this.answer({ ...context, actor }, assessmentId, round.answers);
    if (round.confirmed === undefined) return;
    const confirmations = Object.entries(round.confirmed).map(([ksaCode, level]) => ({ ksaCode, level }));
    await this.reviews.confirm({ ...context, actor: staff.assessor }, assessmentId, confirmations);
  }

  private async answer(
    context: TransactionContext,
    assessmentId: string,
    { usual, except }: NonNullable<Round['answers']>,
  ): Promise<void> {
    const { questions, assessment } = await this.assessments.one(context, assessmentId);
    let { version } = assessment;
    for (const { requirement } of questions) {
      const { ksaCode } = requirement;
      const { [ksaCode]: level = usual } = except;
      ({ version } = await this.assessments.answer(context, assessmentId, ksaCode, level));
    }
    await this.assessments.submit(context, assessmentId, version);
  }
}
