import { Injectable } from '@nestjs/common';
import { type KsaTotals, sharedGaps } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { WorkforceService } from '#workforce';
import type { SharedGapsDto } from './dto/cover.dto.ts';
import {
  type GroupDaysDto,
  type GroupDaysQuery,
  type GroupReadinessDto,
  toQualifiedCounts,
  toReadinessSums,
} from './dto/group-readiness.dto.ts';
import { toGroupDto, toRoleProfileVersionDto } from './dto/group.dto.ts';
import { GroupFinder } from './group-finder.ts';
import { timeReversed } from './groups.errors.ts';
import { GroupsRepository } from './groups.repository.ts';
import { KsaWordsService } from './ksa-words.ts';

/** What is stored of groups, as it is read. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly finder: GroupFinder,
    private readonly groups: GroupsRepository,
    private readonly ksaWords: KsaWordsService,
    private readonly workforce: WorkforceService,
  ) {}

  async readiness(context: RequestContext, key: string): Promise<GroupReadinessDto> {
    const group = await this.finder.find(context, key);
    const stored = await this.groups.newest(context, group.teamNo);
    const profiles = stored?.profiles ?? [];
    const versions = await this.groups.versions(
      context,
      profiles.map(({ profileVersionNo }) => profileVersionNo),
    );
    const { sums, lowTenths, highTenths } = toReadinessSums(profiles);
    return {
      group: toGroupDto(group),
      since: stored?.day ?? null,
      computedAt: stored?.computedAt.toISOString() ?? null,
      ...sums,
      lowTenths,
      highTenths,
      roleProfiles: profiles.map((totals) => ({
        roleProfile: toRoleProfileVersionDto(versions, totals.profileVersionNo),
        scores: totals.scores,
        denominator: totals.denominator,
        low: totals.low,
        high: totals.high,
        qualified: toQualifiedCounts(totals),
      })),
    };
  }

  /** As it was stored on each day: nothing of the past is computed again. */
  async readinessByDay(
    context: RequestContext,
    key: string,
    { from, to }: GroupDaysQuery,
  ): Promise<GroupDaysDto> {
    if (to < from) throw timeReversed();
    const group = await this.finder.find(context, key);
    const rows = await this.groups.byDay(context, group.teamNo, from, to);
    return {
      group: toGroupDto(group),
      days: rows.map(({ day, computedAt, profiles }) => ({
        day: day < from ? from : day,
        computedAt: computedAt.toISOString(),
        ...toReadinessSums(profiles).sums,
      })),
    };
  }

  async sharedGaps(context: RequestContext, key: string): Promise<SharedGapsDto> {
    const group = await this.finder.find(context, key);
    const ksas = await this.ksas(context, group.teamNo);
    const wordsOf = await this.ksaWords.of(
      context,
      ksas.map(({ ksaNo }) => ksaNo),
    );
    const gaps = sharedGaps(ksas.map((totals) => ({ ...totals, ...wordsOf(totals.ksaNo) })));
    return {
      group: toGroupDto(group),
      gaps: gaps.map(({ ksaCode, title, required, met, short, unknown }) => ({
        ksaCode,
        title,
        required,
        met,
        short,
        unknown,
      })),
    };
  }

  private async ksas(context: RequestContext, teamNo: number): Promise<readonly KsaTotals[]> {
    const { maxLevel } = await this.workforce.scale(context);
    return (await this.groups.totals(context, maxLevel, [teamNo])).get(teamNo)?.ksas ?? [];
  }
}
