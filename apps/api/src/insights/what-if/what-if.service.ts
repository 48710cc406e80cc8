import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  compareCodes,
  copyOfLevels,
  coverChanges,
  instantAtEndOf,
  ksaCover,
  type KsaCover,
  ksasOfProgrammes,
  ProgrammeTaking,
  type ProfileTotals,
  WhatIf,
} from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { RolesService } from '#roles';
import { TeamsService, WorkforceService } from '#workforce';
import { toQualifiedCounts, toReadinessSums } from '../groups/dto/group-readiness.dto.ts';
import { KsaWordsService } from '../groups/ksa-words.ts';
import type { WhatIfAnswerDto, WhatIfDto } from './dto/what-if.dto.ts';
import { levelsOf } from './member-levels.ts';
import { type PlannedChanges, PlannedChangesService } from './planned-changes.service.ts';
import { type Scope, type ScopeMember, ScopeMembersRepository } from './scope-members.repository.ts';
import { WhatIfRoles } from './what-if-roles.ts';

/** Few enough that others' requests are not held up while they are scored, enough to be worth a round trip. */
const PIECE = 1000;

/** Whom it was tried with, and what came out. */
interface Tried {
  readonly whatIf: WhatIf;
  readonly taking: ProgrammeTaking;
  readonly roles: WhatIfRoles;
  members: number;
  leaving: number;
}

/**
 * What would be if levels, weights, the policy, the people or their training were others: everybody scored twice by the
 * formulas that score everybody, from live ratings, in a transaction that cannot write.
 */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planned: PlannedChangesService,
    private readonly members: ScopeMembersRepository,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly teams: TeamsService,
    private readonly words: KsaWordsService,
  ) {}

  try(context: RequestContext, input: WhatIfDto): Promise<WhatIfAnswerDto> {
    // Nothing is carried out, so nothing need be said to have been carried out under an Idempotency-Key.
    const { idempotency: _, ...plain } = context;
    return this.unitOfWork.transaction(plain, async (transaction) => {
      await this.members.readOnly(transaction);
      const scope = await this.scope(transaction, input.scope);
      const changes = await this.planned.read(transaction, input);
      const asOf = context.now.toISOString().slice(0, 10);
      const most = input.page.offset + input.page.limit;
      const tried = await this.tryAll(transaction, scope, changes, asOf, most);
      const teamNo = 'teamNo' in scope ? scope.teamNo : null;
      return this.inWords(transaction, input, changes, tried, asOf, teamNo);
    });
  }

  private async scope(context: RequestContext, scope: WhatIfDto['scope']): Promise<Scope> {
    if ('teamId' in scope) return { teamNo: (await this.teams.teamById(context, scope.teamId)).teamNo };
    if ('organisation' in scope) return { teamNo: null };
    // Throws when there is none.
    await this.roles.publishedVersion(context, scope.roleProfileId);
    return scope;
  }

  private async tryAll(
    context: RequestContext,
    scope: Scope,
    changes: PlannedChanges,
    asOf: string,
    most: number,
  ): Promise<Tried> {
    const { maxLevel } = await this.workforce.scale(context);
    const roles = new WhatIfRoles(this.roles, maxLevel, changes.requirements);
    const whatIf = new WhatIf(maxLevel, roles.beforeAndAfter, most);
    const taking = new ProgrammeTaking(changes.programmes, maxLevel);
    const tried: Tried = { whatIf, taking, roles, members: 0, leaving: 0 };
    for (let after = 0; ;) {
      const piece = await this.members.members(context, scope, after, PIECE);
      const versions = new Set(piece.flatMap(({ profileVersionNos }) => profileVersionNos));
      await roles.meet(context, versions);
      this.tryPiece(piece, [...versions], changes, asOf, tried);
      const last = piece.at(-1);
      if (last === undefined || piece.length < PIECE) return tried;
      after = last.workerNo;
      await setImmediate();
    }
  }

  private tryPiece(
    piece: readonly ScopeMember[],
    versions: readonly number[],
    { policy, leavers, programmes }: PlannedChanges,
    asOf: string,
    tried: Tried,
  ): void {
    const { whatIf, taking, roles } = tried;
    const asked = roles.ksaNos(new Set(versions));
    const taught = ksasOfProgrammes(programmes.map(({ programme }) => programme));
    const ksaNos = [...new Set([...asked, ...taught])];
    const instant = instantAtEndOf(asOf);
    const before = levelsOf(piece, policy.before, ksaNos, instant);
    const after =
      policy.after === policy.before ? copyOfLevels(before) : levelsOf(piece, policy.after, ksaNos, instant);
    const workers = piece.map(({ workerNo, profileVersionNos }) => ({
      ...{ workerNo, profileVersionNos, leaves: leavers.has(workerNo) },
    }));
    workers.forEach(({ workerNo, leaves }, place) => {
      tried.members += 1;
      if (leaves) tried.leaving += 1;
      else taking.take(workerNo, after, place);
    });
    whatIf.add({ workers, before, after });
  }

  private async inWords(
    context: RequestContext,
    { page }: WhatIfDto,
    { policy, titles }: PlannedChanges,
    { whatIf, taking, roles, members, leaving }: Tried,
    asOf: string,
    teamNo: number | null,
  ): Promise<WhatIfAnswerDto> {
    const { before, after, changedCount, changed } = whatIf.answer();
    const minimums = teamNo === null ? [] : await this.teams.minimums(context, teamNo);
    const cover = coverChanges(ksaCover(before.ksas, minimums), ksaCover(after.ksas, minimums));
    const wordsOf = await this.words.of(
      context,
      cover.map(({ ksaNo }) => ksaNo),
    );
    const shown = changed.slice(page.offset, page.offset + page.limit);
    const workers = await this.workforce.workersByNo(
      context,
      shown.map(({ workerNo }) => workerNo),
    );
    const profilesAfter = new Map(after.profiles.map((totals) => [totals.profileVersionNo, totals]));
    return {
      asOf,
      policy: {
        before: { name: policy.before.name, kind: policy.before.kind },
        after: { name: policy.after.name, kind: policy.after.kind },
      },
      before: { members, ...toReadiness(before.profiles) },
      after: { members: members - leaving, ...toReadiness(after.profiles) },
      roleProfiles: before.profiles.map((totals) => {
        const then = profilesAfter.get(totals.profileVersionNo);
        return {
          roleProfile: roles.nameOf(totals.profileVersionNo),
          before: toProfileTotals(totals),
          after: then === undefined ? null : toProfileTotals(then),
        };
      }),
      cover: cover
        .map(({ ksaNo, before: was, after: is, ...flags }) => ({
          ...wordsOf(ksaNo),
          before: was && toCover(was),
          after: is && toCover(is),
          ...flags,
        }))
        .sort((a, b) => compareCodes(a.ksaCode, b.ksaCode)),
      programmes: taking.takers.map((takers) => ({ ...takers, title: titles.get(takers.programmeId) ?? '' })),
      changed: {
        total: changedCount,
        scores: shown.map(({ workerNo, profileVersionNo, before: was, after: is }) => {
          const worker = workers.get(workerNo);
          if (worker === undefined) throw new Error(`Worker ${workerNo} was read and is gone.`);
          return {
            worker: { id: worker.id, name: worker.name },
            roleProfile: roles.nameOf(profileVersionNo),
            before: was,
            after: is,
          };
        }),
      },
    };
  }
}

function toReadiness(profiles: readonly ProfileTotals[]) {
  const { sums, lowTenths, highTenths } = toReadinessSums(profiles);
  return { ...sums, lowTenths, highTenths };
}

function toProfileTotals(totals: ProfileTotals) {
  const { scores, denominator, low, high } = totals;
  return { ...{ scores, denominator, low, high }, qualified: toQualifiedCounts(totals) };
}

function toCover({ required, met, short, unknown, verified, minimum }: KsaCover) {
  return { required, met, short, unknown, verified, minimum };
}
