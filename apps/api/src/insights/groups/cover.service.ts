import { Injectable } from '@nestjs/common';
import {
  compareCodes,
  GroupTally,
  instantAtEndOf,
  ksaCover,
  type KsaTotals,
  MemberResolver,
  profileCover,
  type ProfileTotals,
} from '#domain';
import { PoliciesService } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { TeamsService, type Worker, WorkforceService } from '#workforce';
import { dayOfInstant, soonAfter } from './days.ts';
import type { CoverDto, CoverQuery } from './dto/cover.dto.ts';
import { toGroupDto, toRoleProfileVersionDto } from './dto/group.dto.ts';
import { GroupFinder } from './group-finder.ts';
import { GroupRolesService } from './group-roles.ts';
import type { Group } from './group.types.ts';
import { coverInThePast, coverTooFar } from './groups.errors.ts';
import { dayOf, GroupsRepository } from './groups.repository.ts';
import { KsaWordsService } from './ksa-words.ts';
import { RatedMemberRows } from './member-rows.ts';
import { MembersRepository } from './members.repository.ts';

const FARTHEST_YEARS = 10;

interface Totals {
  readonly ksas: readonly KsaTotals[];
  readonly profiles: readonly ProfileTotals[];
}

/** Whether enough of a group meet what is asked for, today and on a day to come. */
@Injectable()
export class CoverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly finder: GroupFinder,
    private readonly groups: GroupsRepository,
    private readonly members: MembersRepository,
    private readonly groupRoles: GroupRolesService,
    private readonly policies: PoliciesService,
    private readonly workforce: WorkforceService,
    private readonly teams: TeamsService,
    private readonly ksaWords: KsaWordsService,
  ) {}

  async cover(context: RequestContext, key: string, { on }: CoverQuery): Promise<CoverDto> {
    const today = dayOf(context);
    if (on !== undefined) assertAhead(on, today);
    const group = await this.finder.find(context, key);
    const totals =
      on === undefined ? await this.stored(context, group) : await this.resolved(context, group, on);
    // The organisation as a whole has none.
    const minimums = await this.teams.minimums(context, group.teamNo);
    const ksas = ksaCover(totals.ksas, minimums);
    const profiles = profileCover(totals.profiles);
    const wordsOf = await this.ksaWords.of(
      context,
      ksas.map(({ ksaNo }) => ksaNo),
    );
    const versions = await this.groups.versions(
      context,
      profiles.map(({ profileVersionNo }) => profileVersionNo),
    );
    const alone = await this.workforce.workersByNo(
      context,
      [
        ...ksas.map(({ onlyMetBy }) => onlyMetBy),
        ...profiles.map(({ onlyQualified }) => onlyQualified),
      ].filter((workerNo) => workerNo !== null),
    );
    return {
      group: toGroupDto(group),
      on: on ?? null,
      expiringBefore: dayOfInstant(soonAfter(on ?? today)),
      ksas: ksas
        .map(({ ksaNo, onlyMetBy, atLevel: _, metNumbers: __, ...cover }) => ({
          ...wordsOf(ksaNo),
          ...cover,
          onlyMetBy: who(alone, onlyMetBy),
        }))
        .sort((a, b) => compareCodes(a.ksaCode, b.ksaCode)),
      roleProfiles: profiles.map(({ profileVersionNo, onlyQualified, ...cover }) => ({
        roleProfile: toRoleProfileVersionDto(versions, profileVersionNo),
        ...cover,
        onlyQualified: who(alone, onlyQualified),
      })),
    };
  }

  private async stored(context: RequestContext, { teamNo }: Group): Promise<Totals> {
    const { maxLevel } = await this.workforce.scale(context);
    const stored = await this.groups.totals(context, maxLevel, [teamNo]);
    return stored.get(teamNo) ?? { ksas: [], profiles: [] };
  }

  /** Every member's ratings resolved again as of the end of the day, by today's policy and roles. */
  private async resolved(context: RequestContext, { teamNo }: Group, on: string): Promise<Totals> {
    const roles = await this.groupRoles.none(context);
    const asOf = instantAtEndOf(on);
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.groupRoles.add(transaction, roles, await this.members.assignedVersions(transaction, teamNo));
      const resolver = new MemberResolver(await this.policies.current(transaction), roles);
      const tally = new GroupTally(roles.maxLevel, soonAfter(on));
      const rows = new RatedMemberRows((workerNo, ratings, profileVersionNos) => {
        // What was published a moment ago is asked for from the next time on.
        const known = profileVersionNos.filter((profileVersionNo) => roles.has(profileVersionNo));
        tally.add({ workerNo, scores: resolver.resolve(ratings, known, asOf) });
      });
      for (let after: number | null = 0; after !== null;)
        after = await this.members.members(transaction, teamNo, after, rows);
      return tally.totals();
    });
  }
}

function assertAhead(on: string, today: string): void {
  if (on < today) throw coverInThePast();
  const farthest = `${Number(today.slice(0, 4)) + FARTHEST_YEARS}${today.slice(4)}`;
  if (on > farthest) throw coverTooFar();
}

function who(
  workers: ReadonlyMap<number, Worker>,
  workerNo: number | null,
): { id: string; name: string } | null {
  const worker = workerNo === null ? undefined : workers.get(workerNo);
  return worker === undefined ? null : { id: worker.id, name: worker.name };
}
