import { uuidv7 } from 'uuidv7';
import type { INestApplicationContext, Type } from '@nestjs/common';
import {
  AssessmentsModule,
  AssessmentsService,
  RatingsCache,
  RatingsService,
  ReviewService,
} from '#assessments';
import {
  GapsModule,
  GapsService,
  type GapViewDto,
  GapViewsService,
  RescoringService,
  StaleScoresService,
} from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { JobRun } from '#platform/jobs/job-run';
import { RequirementsService, RoleProfilesService } from '#roles';
import { RecommendationsService, TrainingModule, TrainingService } from '#training';
import { type Worker, WorkforceService } from '#workforce';
import { anApplication, endApplication } from './platform-without-queues.ts';

/** The rooms from the workforce to training, for specs of what happens between them; queued work is done by hand. */
export interface Rooms {
  readonly application: INestApplicationContext;
  readonly unitOfWork: UnitOfWork;
  readonly workforce: WorkforceService;
  readonly profiles: RoleProfilesService;
  readonly requirements: RequirementsService;
  readonly assessments: AssessmentsService;
  readonly reviews: ReviewService;
  readonly ratings: RatingsService;
  readonly cache: RatingsCache;
  readonly staleScores: StaleScoresService;
  readonly rescoring: RescoringService;
  readonly gaps: GapsService;
  readonly views: GapViewsService;
  readonly training: TrainingService;
  readonly recommendations: RecommendationsService;
}

/** @param more modules of rooms that come after these; their services are in `application` */
export async function theRooms(...more: Type[]): Promise<Rooms> {
  const application = await anApplication(AssessmentsModule, GapsModule, TrainingModule, ...more);
  return {
    application,
    unitOfWork: application.get(UnitOfWork, { strict: false }),
    workforce: application.get(WorkforceService, { strict: false }),
    profiles: application.get(RoleProfilesService, { strict: false }),
    requirements: application.get(RequirementsService, { strict: false }),
    assessments: application.get(AssessmentsService, { strict: false }),
    reviews: application.get(ReviewService, { strict: false }),
    ratings: application.get(RatingsService, { strict: false }),
    cache: application.get(RatingsCache, { strict: false }),
    staleScores: application.get(StaleScoresService, { strict: false }),
    rescoring: application.get(RescoringService, { strict: false }),
    gaps: application.get(GapsService, { strict: false }),
    views: application.get(GapViewsService, { strict: false }),
    training: application.get(TrainingService, { strict: false }),
    recommendations: application.get(RecommendationsService, { strict: false }),
  };
}

export const closeRooms = ({ application }: Rooms) => endApplication(application);

/** The same organisation and moment, as the worker themselves. */
export function asWorker(context: RequestContext, { workerNo, id, name }: Worker): RequestContext {
  return { ...context, actor: { userId: uuidv7(), name, roles: ['worker'], workerNo, workerId: id } };
}

export function asAssessor(context: RequestContext): RequestContext {
  return {
    ...context,
    actor: { userId: uuidv7(), name: 'Assessor', roles: ['assessor'], workerNo: null, workerId: null },
  };
}

export const later = (context: RequestContext, seconds: number): RequestContext => ({
  ...context,
  now: new Date(context.now.getTime() + seconds * 1000),
});

export async function hire(
  { workforce }: Rooms,
  context: RequestContext,
  name = 'Jamal Carter',
): Promise<Worker> {
  return (await workforce.create(context, { name, jobTitle: 'Technician' })).worker;
}

export interface RequirementSketch {
  readonly requiredLevel?: number;
  readonly weight?: number;
  readonly critical?: boolean;
  readonly evidence?: 'any' | 'observed' | 'certified';
}

/** A published role profile that asks for these KSAs of the small release. */
export async function aRole(
  { profiles, requirements }: Rooms,
  context: RequestContext,
  asked: Readonly<Record<string, RequirementSketch>>,
  name = 'Cell technician',
): Promise<string> {
  let profile = await profiles.create(context, { name, description: '', occupationIds: [] });
  for (const [ksaCode, sketch] of Object.entries(asked)) {
    const requirement = { roleProfileId: profile.id, ksaCode, ...sketch };
    ({ profile } = await requirements.add(context, profile.version, requirement));
  }
  await profiles.publish(context, profile.id, profile.version);
  return profile.id;
}

/** Assigned, answered (null: not sure) and, unless told otherwise, submitted. */
export async function anAssessment(
  rooms: Rooms,
  context: RequestContext,
  worker: Worker,
  roleProfileId: string,
  answers: Readonly<Record<string, number | null>>,
  { submitted = true } = {},
): Promise<string> {
  const { assessmentId } = await rooms.assessments.assign(context, { workerId: worker.id, roleProfileId });
  const own = asWorker(context, worker);
  let version = 1;
  for (const [ksaCode, level] of Object.entries(answers)) {
    ({ version } = await rooms.assessments.answer(own, assessmentId, ksaCode, level));
  }
  if (submitted) await rooms.assessments.submit(own, assessmentId, version);
  return assessmentId;
}

/** The gap view as whoever asks over HTTP reads it. */
export async function theGapView(
  { views }: Rooms,
  context: RequestContext,
  workerId: string,
  roleProfileId: string,
): Promise<GapViewDto> {
  const { text } = await views.one(context, workerId, roleProfileId);
  return JSON.parse(await text()) as GapViewDto;
}

/** Does the work of this name that the ledger holds, as the queue would, each once; says how much it was. */
export async function workOff(
  rooms: Rooms,
  context: RequestContext,
  name: 'score-worker' | 'recommend-programmes' | 'role-profile-published' | 'rescore',
): Promise<number> {
  const jobs = await rows<{ id: string; payload: never }>(
    rooms,
    context,
    `with done as (update job set state = 'completed' where tenant_id = $1 and name = '${name}' and state = 'waiting'
                   returning id, payload),
          over as (delete from outbox using done where job_id = done.id)
     select id, payload from done order by id`,
  );
  for (const { id, payload } of jobs) {
    const system: RequestContext = { ...context, requestId: id };
    if (name === 'score-worker') await rooms.gaps.scoreWorker(system, payload);
    else if (name === 'role-profile-published') await rooms.gaps.followPublished(system, payload);
    else if (name === 'rescore') await rooms.rescoring.rescore(system, payload, aRun(id));
    else await rooms.recommendations.recommend(system, payload);
  }
  return jobs.length;
}

/** A run that nobody watches or cancels. */
const aRun = (jobId: string): JobRun => ({
  jobId,
  cursor: null,
  checkpoint: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
});

/** What the tables hold of the organisation: `$1` is its id. */
export async function rows<Row>(rooms: Rooms, context: RequestContext, sql: string): Promise<Row[]> {
  return rooms.unitOfWork.transaction(context, async ({ manager }) => {
    const result = await manager.query<Row[] | [Row[], number]>(sql, [context.tenantId]);
    // TypeORM gives the rows of an UPDATE together with their count.
    return Array.isArray(result[0]) ? result[0] : (result as Row[]);
  });
}
