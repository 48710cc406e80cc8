import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { toScaleDto } from '#assessments';
import {
  attainedAfter,
  careerPath,
  compareRoles,
  leastTraining,
  transferability,
  transferTraining,
  type Transfer,
} from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { KsaWordsService } from '../groups/ksa-words.ts';
import { visibleWorker } from '../visible-worker.ts';
import type {
  CareerPathDto,
  CareerPathsQuery,
  CareerPathSummaryDto,
  RoleTransferDto,
} from './dto/career-path.dto.ts';
import type { KnownRole } from './path-role.types.ts';
import { PathRolesService } from './path-roles.service.ts';
import { roleNotFound } from './paths.errors.ts';
import { PathsInWords, toPathRoleDto } from './paths-in-words.ts';
import { type KnownProgrammes, ProgrammesGraphService } from './programmes-graph.service.ts';
import { type Standing, StandingService } from './standing.service.ts';

/**
 * Roles on the way that are looked at: the search goes over every pair of them, and over all programmes for each, so a
 * large catalogue leaves fewer. A request must not hold up everybody else's.
 */
const MOST_ROLES = 300;
const LEAST_ROLES = 10;
const MOST_ROLES_TIMES_PROGRAMMES = 60_000;

/** In a list, where each role has its own search. */
const LIST_SEARCH_NODES = 300;

interface Row {
  readonly role: KnownRole;
  readonly transfer: Transfer;
}

/** Where else a worker could go: every other role, how near they stand, and what the way asks for. */
@Injectable()
export class CareerPathsService {
  constructor(
    private readonly pathRoles: PathRolesService,
    private readonly programmes: ProgrammesGraphService,
    private readonly standings: StandingService,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly words: KsaWordsService,
  ) {}

  async list(
    context: RequestContext,
    workerId: string,
    { filter, sort, offset, limit }: CareerPathsQuery,
  ): Promise<{ rows: CareerPathSummaryDto[]; total: number }> {
    const { workerNo } = await visibleWorker(context, this.workforce, workerId, 'career-paths.read');
    const assigned = await this.assigned(context, workerNo);
    const wanted = filter.q?.toLowerCase() ?? '';
    const roles = [
      ...(filter.kind === 'occupation' ? [] : await this.pathRoles.roleProfiles(context)),
      ...(filter.kind === 'role-profile' ? [] : await this.pathRoles.occupations(context)),
    ].filter(
      ({ id, name }) =>
        name.toLowerCase().includes(wanted) &&
        (filter.assigned === undefined || filter.assigned === assigned.has(id)),
    );
    const standing = await this.standings.today(context, workerNo);
    const programmes = await this.programmes.read(context);
    const rows = transferability(standing.attained, roles).map((transfer, place) => ({
      role: roles[place] as KnownRole,
      transfer,
    }));
    const order = await this.inOrder(rows, sort.field, standing, programmes);
    if (sort.order === 'DESC') order.reverse();
    const page = order.slice(offset, offset + limit);
    const inWords = await this.inWords(
      context,
      page.map(({ role }) => role),
      programmes,
    );
    return {
      rows: page.map((row) => ({
        id: row.role.id,
        role: toPathRoleDto(row.role),
        assigned: assigned.has(row.role.id),
        ...toTransferDto(row, standing, programmes, inWords, LIST_SEARCH_NODES),
      })),
      total: order.length,
    };
  }

  /** @param roleId of a role profile or of an occupation */
  async one(
    context: RequestContext,
    workerId: string,
    roleId: string,
    learnedInRole: number,
  ): Promise<CareerPathDto> {
    const { workerNo, name } = await visibleWorker(context, this.workforce, workerId, 'career-paths.read');
    const scale = await this.workforce.scale(context);
    const roleProfiles = await this.pathRoles.roleProfiles(context);
    const target = await this.role(context, roleProfiles, roleId);
    const assigned = await this.assigned(context, workerNo);
    const standing = await this.standings.today(context, workerNo);
    const programmes = await this.programmes.read(context);
    const others = roleProfiles.filter(({ id }) => id !== target.id && !assigned.has(id));
    const through = nearest(others, standing, programmes);
    const { attained } = standing;
    const { path } = careerPath({ attained, target, through, graph: programmes.graph, learnedInRole });
    const [transfer] = transferability(attained, [target]) as [Transfer];
    const known = new Map([...through, target].map((role) => [role.id, role]));
    const inWords = await this.inWords(context, [...known.values()], programmes);
    return {
      id: `${workerId}.${roleId}`,
      worker: { id: workerId, name },
      role: toPathRoleDto(target),
      assigned: assigned.has(roleId),
      scale: toScaleDto(scale),
      policy: { version: standing.policy.version, name: standing.policy.name },
      asOf: standing.asOf,
      ...toTransferDto({ role: target, transfer }, standing, programmes, inWords),
      shared: transfer.shared.map((requirement) => inWords.asked(requirement)),
      learnedInRole,
      rolesConsidered: through.length,
      rolesThere: others.length,
      path: {
        minutes: path.minutes,
        exact: path.exact,
        openKsas: path.openKsas,
        steps: path.steps.map((step) => ({
          role: toPathRoleDto(known.get(step.roleId) as KnownRole),
          training: inWords.training(step.training),
          learned: step.learned.map((gain) => inWords.gain(gain)),
        })),
      },
    };
  }

  /** From one role profile or occupation to another, whoever has it. */
  async between(context: RequestContext, fromId: string, toId: string): Promise<RoleTransferDto> {
    const roleProfiles = await this.pathRoles.roleProfiles(context);
    const from = await this.role(context, roleProfiles, fromId);
    const to = await this.role(context, roleProfiles, toId);
    const programmes = await this.programmes.read(context);
    const inWords = await this.inWords(context, [from, to], programmes);
    const { shared, toGain, left } = compareRoles(from.profile, to.profile);
    const wanted = to.profile.requirements.map(({ ksaNo, requiredLevel }) => ({
      ksaNo,
      level: requiredLevel,
    }));
    const levels = attainedAfter(new Map(), from.profile);
    return {
      from: toPathRoleDto(from),
      to: toPathRoleDto(to),
      shared: shared.map((ksa) => inWords.shared(ksa)),
      toGain: toGain.map((gain) => inWords.gain(gain)),
      left: left.map((requirement) => inWords.asked(requirement)),
      training: inWords.training(leastTraining(programmes.graph, levels, wanted)),
    };
  }

  private async role(
    context: RequestContext,
    roleProfiles: readonly KnownRole[],
    roleId: string,
  ): Promise<KnownRole> {
    const isIt = ({ id }: KnownRole): boolean => id === roleId;
    const role = roleProfiles.find(isIt) ?? (await this.pathRoles.occupations(context)).find(isIt);
    if (role === undefined) throw roleNotFound();
    return role;
  }

  private async assigned(context: RequestContext, workerNo: number): Promise<ReadonlySet<string>> {
    const assignments = await this.roles.assignmentsOf(context, workerNo);
    return new Set(assignments.map(({ roleProfileId }) => roleProfileId));
  }

  private async inWords(
    context: RequestContext,
    roles: readonly KnownRole[],
    programmes: KnownProgrammes,
  ): Promise<PathsInWords> {
    const ksaNos = roles.flatMap(({ profile }) => profile.requirements.map(({ ksaNo }) => ksaNo));
    return new PathsInWords(await this.words.of(context, [...new Set(ksaNos)]), programmes);
  }

  /** Ascending: by name; by readiness; by minutes, what cannot be closed whole after all that can. */
  private async inOrder(
    rows: readonly Row[],
    field: CareerPathsQuery['sort']['field'],
    { attained }: Standing,
    { graph }: KnownProgrammes,
  ): Promise<Row[]> {
    if (field === 'name') return [...rows].sort(byName);
    if (field === 'low') return [...rows].sort((a, b) => byReadiness(a.transfer, b.transfer) || byName(a, b));
    const weighed: { row: Row; minutes: number; open: number }[] = [];
    for (const row of rows) {
      const { ofKnown } = transferTraining(attained, row.role, graph, LIST_SEARCH_NODES);
      weighed.push({ row, minutes: ofKnown.minutes, open: ofKnown.notClosable.length });
      // One after the other, others' requests between.
      await setImmediate();
    }
    return weighed
      .sort((a, b) => Math.sign(a.open) - Math.sign(b.open) || a.minutes - b.minutes || byName(a.row, b.row))
      .map(({ row }) => row);
  }
}

function toTransferDto(
  { role, transfer }: Row,
  { attained }: Standing,
  { graph }: KnownProgrammes,
  inWords: PathsInWords,
  searchNodes?: number,
) {
  const { ofKnown, atMost } = transferTraining(attained, role, graph, searchNodes);
  const { denominator, low, high, shared, toGain, toAssess } = transfer;
  const [met, short, unknown] = [shared.length, toGain.length, toAssess.length];
  return {
    ...{ denominator, low, high },
    coverage: { met, short, unknown, total: met + short + unknown },
    toGain: toGain.map((gain) => inWords.gain(gain)),
    toAssess: toAssess.map((requirement) => inWords.asked(requirement)),
    training: inWords.training(ofKnown),
    atMost: inWords.training(atMost),
  };
}

/** The roles that the worker is readiest for, in the order given; all of them where the catalogue allows it. */
function nearest(
  roles: readonly KnownRole[],
  { attained }: Standing,
  { byId }: KnownProgrammes,
): readonly KnownRole[] {
  const affordable = Math.max(LEAST_ROLES, Math.floor(MOST_ROLES_TIMES_PROGRAMMES / Math.max(1, byId.size)));
  const most = Math.min(MOST_ROLES, affordable);
  if (roles.length <= most) return roles;
  const transfers = transferability(attained, roles);
  const places = [...roles.keys()].sort(
    (a, b) => byReadiness(transfers[b] as Transfer, transfers[a] as Transfer) || a - b,
  );
  const kept = new Set(places.slice(0, most));
  return roles.filter((_, place) => kept.has(place));
}

const collator = new Intl.Collator('en');

function byName(a: Row, b: Row): number {
  return collator.compare(a.role.name, b.role.name) || (a.role.id < b.role.id ? -1 : 1);
}

/** low / denominator, then high: exact, for the products stay far under 2^53. */
function byReadiness(a: Transfer, b: Transfer): number {
  return a.low * b.denominator - b.low * a.denominator || a.high * b.denominator - b.high * a.denominator;
}
