import { Injectable } from '@nestjs/common';
import { GroupTally, MemberResolver, noTotals, subtractTotals, sumOfTotals } from '#domain';
import { type AggregateGroups, aggregateGroups, NO_TEAM, PoliciesService } from '#gaps';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import type { JobRun } from '#platform/jobs/job-run';
import { Jobs } from '#platform/jobs/jobs';
import type { TeamMembersChanged } from '#workforce';
import { soonAfter } from './days.ts';
import { type GroupRoles, GroupRolesService } from './group-roles.ts';
import { type GroupSums, ORGANISATION } from './group.types.ts';
import { dayOf, GroupsRepository } from './groups.repository.ts';
import { ScoredMemberRows } from './member-rows.ts';
import { MembersRepository } from './members.repository.ts';
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
    else await this.sumUp(context, [teamNo], await this.groupRoles.none(context));
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
    const batches = teamBatches(sizes, this.members.pageSize);
    const roles = await this.groupRoles.none(context);
    const total = sizes.length;
    let done = 0;
    for (const batch of batches) {
      const last = batch.at(-1) as number;
      done += batch.length;
      if (typeof run.cursor === 'number' && last <= run.cursor) continue;
      await this.sumUp(context, batch, roles, (transaction) =>
        run.checkpoint(transaction, { done, total, cursor: last }),
      );
    }
  }

  /** In one transaction, with what else is to be written; again when a role was published in between. */
  private async sumUp(
    context: RequestContext,
    teamNos: readonly number[],
    roles: GroupRoles,
    andThen?: (transaction: TransactionContext) => Promise<void>,
  ): Promise<void> {
    let missing: Iterable<number> = await this.members.scoredVersions(context, askedOf(teamNos));
    for (;;) {
      await this.groupRoles.add(context, roles, missing);
      const { unknown } = await this.unitOfWork.transaction(context, async (transaction) => {
        await this.groups.lock(transaction);
        const tallied = await this.tally(transaction, teamNos, roles);
        if (tallied.unknown.size > 0) return tallied;
        await this.store(transaction, tallied.sums, roles.maxLevel);
        await andThen?.(transaction);
        return tallied;
      });
      if (unknown.size === 0) return;
      missing = unknown;
    }
  }

  private async tally(
    context: TransactionContext,
    teamNos: readonly number[],
    roles: GroupRoles,
  ): Promise<{ sums: GroupSums[]; unknown: ReadonlySet<number> }> {
    const expiringBefore = soonAfter(dayOf(context));
    const tallies = new Map(
      teamNos.map((teamNo) => [teamNo, new GroupTally(roles.maxLevel, expiringBefore)]),
    );
    const resolver = new MemberResolver(await this.policies.current(context), roles);
    const rows = new ScoredMemberRows(roles, resolver, (member, teamNo) =>
      tallies.get(teamNo ?? NO_TEAM)?.add(member),
    );
    for (let after: number | null = 0; after !== null;)
      after = await this.members.scores(context, askedOf(teamNos), after, rows);
    const sums = [...tallies].map(([teamNo, tally]) => ({ teamNo, totals: tally.totals() }));
    return { sums, unknown: rows.unknown };
  }

  /** The organisation loses what the teams were, and gains what they are: it is the sum of them at every commit. */
  private async store(
    context: TransactionContext,
    sums: readonly GroupSums[],
    maxLevel: number,
  ): Promise<void> {
    const teamNos = sums.map(({ teamNo }) => teamNo);
    const stored = await this.groups.totals(context, maxLevel, [ORGANISATION, ...teamNos]);
    const former = stored.get(ORGANISATION) ?? noTotals(maxLevel);
    const lost = teamNos.flatMap((teamNo) => stored.get(teamNo) ?? []);
    const left = subtractTotals(former, sumOfTotals(maxLevel, lost));
    const gained = sums.map(({ totals }) => totals);
    const whole = sumOfTotals(maxLevel, [left, ...gained]);
    await this.groups.store(context, [...sums, { teamNo: ORGANISATION, totals: whole }]);
  }
}

/** Those in no team are a batch of their own. */
const askedOf = (teamNos: readonly number[]): readonly number[] | null =>
  teamNos[0] === NO_TEAM ? null : teamNos;
