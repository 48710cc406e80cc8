import { Injectable } from '@nestjs/common';
import { compileRoleProfile, instantAtEndOf, instantOfEpochMilliseconds } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { PolicyInForce } from '../policy-in-force.ts';
import { visibleWorker } from '../visible-worker.ts';
import type {
  QualificationDto,
  QualificationQuery,
  QualificationsQuery,
  QualificationSummaryDto,
  QualificationSummaryQuery,
} from './dto/qualification.dto.ts';
import { notInTheFuture, notPublishedThen } from './history.errors.ts';
import type { Member, Moments, Rules } from './qualification.types.ts';
import { QualificationsRepository, type WhoseRole } from './qualifications.repository.ts';
import { answersInBulk, qualifiedAsKnown } from './qualified-as-known.ts';

const MS_PER_DAY = 86_400_000;
/** Workers whose logs are held in memory at a time. */
const CHUNK = 1000;

/**
 * Who was qualified on a day, as known then and as known now: resolved anew from the log of ratings, which has both
 * when a rating holds from and when it was recorded. Late entries make the difference.
 */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly repository: QualificationsRepository,
    private readonly policies: PolicyInForce,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
  ) {}

  async list(
    context: RequestContext,
    { filter, sort, offset, limit }: QualificationsQuery,
  ): Promise<{ rows: QualificationDto[]; total: number }> {
    const moments = momentsOf(context, filter);
    const rules = await this.rules(context, filter.roleProfileId, filter);
    const { order } = sort;
    if (filter.answer === undefined && filter.differs === undefined) {
      const page = { order, limit, offset };
      const members = await this.repository.members(context, filter, dayAfter(filter.on), page);
      const total = await this.repository.memberCount(context, filter, dayAfter(filter.on));
      return { rows: await this.inFull(context, members, rules, moments, filter.known), total };
    }
    const found: Member[] = [];
    await this.eachAnswer(context, filter, order, rules, moments, (member, answers) => {
      const isWanted = filter.answer === undefined || answers[filter.known] === filter.answer;
      const differs = answers.then !== answers.now;
      if (isWanted && (filter.differs === undefined || filter.differs === differs)) found.push(member);
    });
    const page = found.slice(offset, offset + limit);
    return { rows: await this.inFull(context, page, rules, moments, filter.known), total: found.length };
  }

  async summary(context: RequestContext, query: QualificationSummaryQuery): Promise<QualificationSummaryDto> {
    const moments = momentsOf(context, query);
    const rules = await this.rules(context, query.roleProfileId, query);
    const none = { yes: 0, no: 0, 'not-yet-known': 0 };
    const summary = { workers: 0, then: { ...none }, now: { ...none }, differing: 0 };
    await this.eachAnswer(context, query, 'ASC', rules, moments, (_, { then, now }) => {
      summary.workers += 1;
      summary.then[then] += 1;
      summary.now[now] += 1;
      if (then !== now) summary.differing += 1;
    });
    return { ...headOf(rules, moments, query.known), ...summary };
  }

  /** Of a worker who has not the role as well: whether they would have been qualified. */
  async one(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    query: QualificationQuery,
  ): Promise<QualificationDto> {
    const { workerNo, name } = await visibleWorker(context, this.workforce, workerId, 'gap-scores.read');
    const moments = momentsOf(context, query);
    const rules = await this.rules(context, roleProfileId, query);
    const assignedAt = await this.repository.assignedAt(context, workerNo, roleProfileId, dayAfter(query.on));
    const member = { workerNo, workerId, workerName: name, assignedAt };
    const [qualification] = await this.inFull(context, [member], rules, moments, query.known);
    return qualification as QualificationDto;
  }

  private async rules(
    context: RequestContext,
    roleProfileId: string,
    { on, rules }: QualificationQuery,
  ): Promise<Rules> {
    // Throws when there is no such role profile, published or not.
    const today = await this.roles.publishedVersion(context, roleProfileId);
    const until = rules === 'now' ? new Date(context.now.getTime() + 1) : dayAfter(on);
    const versionNo = await this.repository.profileVersionAt(context, roleProfileId, until);
    if (versionNo === undefined) throw notPublishedThen(on);
    const version =
      today?.profileVersionNo === versionNo ? today : await this.roles.profileVersion(context, versionNo);
    const { maxLevel } = await this.workforce.scale(context);
    return {
      version,
      profile: compileRoleProfile(version.requirements, maxLevel),
      policy: await this.policies.before(context, until),
    };
  }

  private async inFull(
    context: RequestContext,
    members: readonly Member[],
    rules: Rules,
    moments: Moments,
    known: 'then' | 'now',
  ): Promise<QualificationDto[]> {
    const workerNos = members.map(({ workerNo }) => workerNo);
    const ksaNos = rules.version.requirements.map(({ ksaNo }) => ksaNo);
    const logs = await this.repository.log(context, workerNos, ksaNos, dayAfter(moments.on));
    const head = headOf(rules, moments, known);
    return members.map(({ workerNo, workerId, workerName, assignedAt }) => {
      const log = logs.get(workerNo) ?? [];
      const then = qualifiedAsKnown(rules, log, moments.asOf, moments.then);
      const now = qualifiedAsKnown(rules, log, moments.asOf, moments.now);
      return {
        id: `${workerId}.${head.roleProfile.id}`,
        ...head,
        worker: { id: workerId, name: workerName },
        assignedAt: assignedAt?.toISOString() ?? null,
        answer: known === 'then' ? then.answer : now.answer,
        differs: then.answer !== now.answer,
        ...{ then, now },
      };
    });
  }

  private async eachAnswer(
    context: RequestContext,
    whose: WhoseRole,
    order: 'ASC' | 'DESC',
    rules: Rules,
    moments: Moments,
    tell: (member: Member, answers: ReturnType<typeof answersInBulk>[number]) => void,
  ): Promise<void> {
    const all = { order, limit: null, offset: 0 };
    const members = await this.repository.members(context, whose, dayAfter(moments.on), all);
    const critical = rules.version.requirements.filter((requirement) => requirement.critical);
    const ksaNos = critical.map(({ ksaNo }) => ksaNo);
    for (let from = 0; from < members.length; from += CHUNK) {
      const chunk = members.slice(from, from + CHUNK);
      const workerNos = chunk.map(({ workerNo }) => workerNo);
      const logs = await this.repository.log(context, workerNos, ksaNos, dayAfter(moments.on));
      const answers = answersInBulk(
        rules,
        workerNos.map((workerNo) => logs.get(workerNo) ?? []),
        moments,
      );
      chunk.forEach((member, place) => tell(member, answers[place] as (typeof answers)[number]));
    }
  }
}

function momentsOf({ now }: RequestContext, { on, knownAt }: QualificationQuery): Moments {
  const asOf = instantAtEndOf(on);
  const present = instantOfEpochMilliseconds(now.getTime());
  if (on > now.toISOString().slice(0, 10)) throw notInTheFuture('?on');
  const then =
    knownAt === undefined ? Math.min(asOf, present) : instantOfEpochMilliseconds(Date.parse(knownAt));
  if (then > present) throw notInTheFuture('?knownAt');
  return { on, asOf, then, now: present };
}

function dayAfter(on: string): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) + MS_PER_DAY);
}

function headOf({ version, policy }: Rules, { on }: Moments, known: 'then' | 'now') {
  return {
    ...{ on, known },
    roleProfile: { id: version.roleProfileId, name: version.name, version: version.version },
    policy: { version: policy.version, name: policy.name, kind: policy.kind },
  };
}
