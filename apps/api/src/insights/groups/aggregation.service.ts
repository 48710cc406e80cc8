import { Injectable } from '@nestjs/common';
import {
  GroupTally,
  MemberResolver,
  mergeTotals,
  noTotals,
  type RatingPolicy,
  subtractTotals,
} from '#domain';
import { type AggregateGroups, aggregateGroups, NO_TEAM, PoliciesService } from '#gaps';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import type { JobRun } from '#platform/jobs/job-run';
import { Jobs } from '#platform/jobs/jobs';
import type { TeamMembersChanged } from '#workforce';
import { soonAfter } from './days.ts';
import { type GroupRoles, GroupRolesService } from './group-roles.ts';
import { ORGANISATION } from './group.types.ts';
import { dayOf, GroupsRepository } from './groups.repository.ts';
import { unpackMembers } from './member-ratings.ts';
import { MembersRepository, PAGE_SIZE } from './members.repository.ts';
import { teamBatches } from './team-batches.ts';

/** Keeps the sums of every team, and of the organisation as the sum of them. */
@Injectable()
export class AggregationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: GroupsRepository,
    private readonly members: MembersRepository,
    private readonly groupRoles: GroupRolesService,
    private readonly policies: PoliciesService,
    private readonly jobs: Jobs,
    private readonly events: Events,
  ) {}

  /** Makes the sums of one team, or of all, anew from the stored scores; done again it changes nothing. */
  async aggregate(context: RequestContext, { teamNo }: AggregateGroups, run: JobRun): Promise<void> {
    if (teamNo === null) await this.aggregateAll(context, run);
    else {
      const roles = await this.groupRoles.none(context);
      await this.summingUp(context, (transaction) => this.sumUp(transaction, [teamNo], roles));
    }
    await this.unitOfWork.transaction(context, (transaction) =>
      this.events.publish(transaction, { type: 'groups-computed' }),
    );
  }

  /** Somebody left a team or joined one: each of the teams is to be summed up. */
  followMembers(context: RequestContext, { teamNos }: TeamMembersChanged): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const numbers = [...new Set(teamNos.map((teamNo) => teamNo ?? NO_TEAM))].sort((a, b) => a - b);
      for (const teamNo of numbers)
        await this.jobs.request(transaction, aggregateGroups, { teamNo }, `team:${teamNo}`);
    });
  }

  /** A batch of teams is a transaction: a run that is killed goes on after the last that was stored. */
  private async aggregateAll(context: RequestContext, run: JobRun): Promise<void> {
    const sizes = await this.groups.sizes(context);
    const batches = teamBatches(sizes, PAGE_SIZE);
    const roles = await this.groupRoles.none(context);
    const total = sizes.length;
    let done = 0;
    for (const batch of batches) {
      const last = batch.at(-1) as number;
      done += batch.length;
      if (typeof run.cursor === 'number' && last <= run.cursor) continue;
      await this.summingUp(context, async (transaction) => {
        await this.sumUp(transaction, batch, roles);
        await run.checkpoint(transaction, { done, total, cursor: last });
      });
    }
  }

  private summingUp(
    context: RequestContext,
    work: (transaction: TransactionContext) => Promise<void>,
  ): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.groups.lock(transaction);
      await work(transaction);
    });
  }

  /** The organisation loses what the teams were, and gains what they are: it is the sum of them at every commit. */
  private async sumUp(
    context: TransactionContext,
    teamNos: readonly number[],
    roles: GroupRoles,
  ): Promise<void> {
    const expiringBefore = soonAfter(dayOf(context));
    const tallies = new Map(
      teamNos.map((teamNo) => [teamNo, new GroupTally(roles.maxLevel, expiringBefore)]),
    );
    const policy = await this.policies.current(context);
    const asked = teamNos[0] === NO_TEAM ? null : teamNos;
    for (let after: number | null = 0; after !== null;)
      after = await this.addPage(context, asked, after, tallies, roles, policy);
    const sums = [...tallies].map(([teamNo, tally]) => ({ teamNo, totals: tally.totals() }));
    const none = noTotals(roles.maxLevel);
    const former = await this.groups.totals(context, roles.maxLevel, [ORGANISATION, ...teamNos]);
    const lost = teamNos.map((teamNo) => former.get(teamNo) ?? none).reduce(mergeTotals, none);
    const gained = sums.map(({ totals }) => totals).reduce(mergeTotals, none);
    const whole = mergeTotals(subtractTotals(former.get(ORGANISATION) ?? none, lost), gained);
    await this.groups.store(context, [...sums, { teamNo: ORGANISATION, totals: whole }]);
  }

  /** Adds some members to their teams' tallies; the number to go on after, null at the end. */
  private async addPage(
    context: TransactionContext,
    teamNos: readonly number[] | null,
    after: number,
    tallies: ReadonlyMap<number, GroupTally>,
    roles: GroupRoles,
    policy: RatingPolicy,
  ): Promise<number | null> {
    const { rows, next } = await this.members.scores(context, teamNos, after);
    const versions = rows.flatMap(({ scores }) => scores.map(({ profileVersionNo }) => profileVersionNo));
    await this.groupRoles.add(context, roles, new Set(versions));
    const resolver = new MemberResolver(policy, roles);
    const ratings = unpackMembers(rows);
    rows.forEach(({ workerNo, teamNo, scores }, index) => {
      tallies.get(teamNo ?? NO_TEAM)?.add({
        workerNo,
        scores: scores.map(({ profileVersionNo, attained, verified, used }) => ({
          profileVersionNo,
          profile: roles.of(profileVersionNo),
          attained,
          verified,
          expiresAt: resolver.expiries(ratings[index] as (typeof ratings)[number], profileVersionNo, used),
        })),
      });
    });
    return next;
  }
}
