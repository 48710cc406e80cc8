import { Injectable } from '@nestjs/common';
import { toScaleDto } from '#assessments';
import {
  compareCodes,
  GroupTally,
  instantAtEndOf,
  ksaCover,
  MemberResolver,
  type MemberScore,
  type RatingsOfWorker,
  scoreRequirements,
  SkillsMatrix,
} from '#domain';
import { PoliciesService } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { TeamsService, WorkforceService } from '#workforce';
import { dayOfInstant, soonAfter } from './days.ts';
import { toGroupDto, toRoleProfileVersionDto } from './dto/group.dto.ts';
import type { SkillsMatrixDto } from './dto/skills-matrix.dto.ts';
import { GroupFinder } from './group-finder.ts';
import { GroupRolesService } from './group-roles.ts';
import { teamTooLarge } from './groups.errors.ts';
import { dayOf, GroupsRepository } from './groups.repository.ts';
import { KsaWordsService } from './ksa-words.ts';
import { unpackMembers } from './member-ratings.ts';
import { MembersRepository } from './members.repository.ts';

/** A wall of more names than this is read by nobody, and a page of it would not open soon. */
const MOST_WORKERS = 5_000;

/** A team's workers by KSAs, resolved as of today from their live ratings. */
@Injectable()
export class MatrixService {
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

  async matrix(context: RequestContext, teamId: string): Promise<SkillsMatrixDto> {
    const group = await this.finder.find(context, teamId);
    if (group.workerCount > MOST_WORKERS) throw teamTooLarge(MOST_WORKERS);
    const today = dayOf(context);
    const [asOf, soonBefore] = [instantAtEndOf(today), soonAfter(today)];
    const { policy, roles, scale, minimums, rows } = await this.read(context, group.teamNo);

    const ratings = unpackMembers(rows);
    const resolver = new MemberResolver(policy, roles);
    const tally = new GroupTally(scale.maxLevel, soonBefore);
    const members = rows.map(({ workerNo, profileVersionNos }, row) => {
      const own = ratings[row] as RatingsOfWorker;
      const member = { workerNo, scores: resolver.resolve(own, profileVersionNos, asOf) };
      tally.add(member);
      return member;
    });

    const cover = new Map(ksaCover(tally.totals().ksas, minimums).map((ksa) => [ksa.ksaNo, ksa]));
    const ksaNos = [...new Set([...cover.keys(), ...ratedKsas(ratings)])];
    const wordsOf = await this.ksaWords.of(context, ksaNos);
    ksaNos.sort((a, b) => compareCodes(wordsOf(a).ksaCode, wordsOf(b).ksaCode));
    const matrix = new SkillsMatrix(policy, ksaNos, rows.length, asOf, soonBefore);
    members.forEach((member, row) => matrix.write(row, ratings[row] as RatingsOfWorker, member));

    const versionNos = [...roles.keys()].sort((a, b) => a - b);
    const versions = await this.groups.versions(context, versionNos);
    return {
      group: toGroupDto(group),
      asOf: today,
      expiringBefore: dayOfInstant(soonBefore),
      computedAt: context.now.toISOString(),
      policy: { version: policy.version, name: policy.name },
      scale: toScaleDto(scale),
      workers: { id: rows.map(({ id }) => id), name: rows.map(({ name }) => name) },
      roleProfiles: versionNos.map((versionNo) => ({
        roleProfile: toRoleProfileVersionDto(versions, versionNo),
        denominator: roles.of(versionNo).denominator,
      })),
      readiness: readinessColumns(
        members.map(({ scores }) => scores),
        new Map(versionNos.map((versionNo, place) => [versionNo, place])),
      ),
      ksas: ksaNos.map((ksaNo) => {
        const { required = 0, met = 0, minimum = null, belowMinimum = false } = cover.get(ksaNo) ?? {};
        return { ...wordsOf(ksaNo), required, met, minimum, belowMinimum };
      }),
      levels: base64(matrix.cells.levels),
      marks: base64(matrix.cells.marks),
      expiries: {
        cell: matrix.expiries.map(({ place }) => place),
        on: matrix.expiries.map(({ endsAt }) => dayOfInstant(endsAt)),
      },
    };
  }

  private read(context: RequestContext, teamNo: number) {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const policy = await this.policies.current(transaction);
      const scale = await this.workforce.scale(transaction);
      const minimums = await this.teams.minimums(transaction, teamNo);
      const rows = await this.members.membersByName(transaction, teamNo);
      const roles = await this.groupRoles.none(transaction);
      await this.groupRoles.add(
        transaction,
        roles,
        new Set(rows.flatMap(({ profileVersionNos }) => profileVersionNos)),
      );
      return { policy, scale, minimums, rows, roles };
    });
  }
}

/** Every KSA that somebody was ever rated in. */
function ratedKsas([first]: readonly RatingsOfWorker[]): ReadonlySet<number> {
  return new Set(first?.columns.ksaNo);
}

/** One entry a worker and role, as columns. */
function readinessColumns(
  members: readonly (readonly MemberScore[])[],
  placeOf: ReadonlyMap<number, number>,
): SkillsMatrixDto['readiness'] {
  const columns: SkillsMatrixDto['readiness'] = { row: [], roleProfile: [], low: [], high: [] };
  members.forEach((scores, row) => {
    for (const { profileVersionNo, profile, attained, verified } of scores) {
      const { low, high } = scoreRequirements(profile, attained, verified);
      columns.row.push(row);
      columns.roleProfile.push(placeOf.get(profileVersionNo) as number);
      columns.low.push(low);
      columns.high.push(high);
    }
  });
  return columns;
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
