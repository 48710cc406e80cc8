import { Injectable } from '@nestjs/common';
import { type LineageRequirement, type MigrationStep, planMigration } from '#domain';
import { FrameworksService, type Release, ReleaseContentService } from '#frameworks';
import { OrganisationsService } from '#identity';
import { type RequestContext, systemContext } from '#platform/context/request-context';
import { type CountOfKind, ImpactRepository } from './impact.repository.ts';
import {
  type ImpactKind,
  impactKinds,
  type TouchedCounts,
  type TouchedKsa,
  type TouchedProfile,
  type TouchedProgramme,
} from './impact.types.ts';

/** What one kind of change touches, or all of them together. */
export interface KindOfImpact extends TouchedCounts {
  /** Null: of any kind. */
  readonly kind: ImpactKind | null;
  /** How many KSAs of its base the release changes so. */
  readonly ksas: number;
  readonly organisations: number;
}

export interface ReleaseImpact {
  readonly release: Release;
  /** The release that it began from, with which KSAs and programmes are compared; null: it began from none. */
  readonly base: Release | null;
  readonly kinds: readonly KindOfImpact[];
}

export interface OwnImpact {
  readonly release: Release;
  readonly base: Release | null;
  readonly roleProfiles: readonly TouchedProfile[];
  readonly programmes: readonly TouchedProgramme[];
}

interface Touch {
  readonly release: Release;
  readonly base: Release | null;
  /** What becomes of the KSAs of an older release; worked out once for each. */
  readonly ksasOf: (releaseId: string) => Promise<readonly TouchedKsa[]>;
}

/**
 * Whom a release touches: to curators in counts alone, to an organisation by the names of what is its own. Role profiles
 * and open assessments are compared from the release that each is on, as a migration would be.
 */
@Injectable()
export class ImpactService {
  constructor(
    private readonly repository: ImpactRepository,
    private readonly frameworks: FrameworksService,
    private readonly contents: ReleaseContentService,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * Over all organisations. Each is asked in its own context, under its own row-level security, and answers in counts;
   * one after the other within the request, a statement each.
   */
  async ofRelease(context: RequestContext, releaseId: string): Promise<ReleaseImpact> {
    const { release, base, ksasOf } = await this.touch(context, releaseId);
    const sums = new Map([null, ...impactKinds].map((kind) => [kind, noCounts()] as const));
    for (const tenantId of await this.organisations.ids()) {
      const own = systemContext(tenantId, context.requestId, context.now);
      const ksas = await this.touching(own, base, ksasOf);
      if (ksas.length > 0) addUp(sums, await this.repository.counts(own, ksas, base?.id ?? null));
    }
    const changed = base === null ? [] : await ksasOf(base.id);
    const kinds = [...sums].map(([kind, counts]) => ({
      ...{ kind, ksas: changed.filter((each) => kind === null || each.kind === kind).length },
      ...counts,
    }));
    return { release, base, kinds };
  }

  async own(context: RequestContext, releaseId: string): Promise<OwnImpact> {
    const { release, base, ksasOf } = await this.touch(context, releaseId);
    const ksas = await this.touching(context, base, ksasOf);
    return {
      ...{ release, base },
      roleProfiles: await this.repository.profiles(context, ksas, base?.id ?? null),
      programmes: await this.repository.programmes(context, ksas, base?.id ?? null),
    };
  }

  /** All that may touch one organisation's: of the releases that its own is on, and of the base. */
  private async touching(
    own: RequestContext,
    base: Release | null,
    ksasOf: Touch['ksasOf'],
  ): Promise<readonly TouchedKsa[]> {
    const releaseIds = new Set(await this.repository.releases(own));
    if (base !== null) releaseIds.add(base.id);
    const ksas: TouchedKsa[] = [];
    for (const releaseId of releaseIds) ksas.push(...(await ksasOf(releaseId)));
    return ksas;
  }

  private async touch(context: RequestContext, releaseId: string): Promise<Touch> {
    const release = await this.frameworks.release(context, releaseId);
    const releases = await this.frameworks.releases(context);
    const base = releases.find(({ id }) => id === release.basedOn) ?? null;
    // What is on the release already, or on a newer one, is not touched by it. Releases come newest first.
    const place = releases.findIndex(({ id }) => id === releaseId);
    const older = releases.slice(place + 1).filter(({ frameworkId }) => frameworkId === release.frameworkId);
    const known = new Map<string, Promise<readonly TouchedKsa[]>>();
    const ksasOf = (fromId: string) => {
      const from = older.find(({ id }) => id === fromId);
      if (from === undefined) return Promise.resolve([]);
      const ksas = known.get(fromId) ?? this.between(context, from, release);
      known.set(fromId, ksas);
      return ksas;
    };
    return { release, base, ksasOf };
  }

  /** As a role profile that asked for every KSA would be moved, so that what is told is what will be asked. */
  private async between(context: RequestContext, from: Release, to: Release): Promise<readonly TouchedKsa[]> {
    const { ksasByNo } = await this.frameworks.releaseIndex(context, from.id);
    const numbers = new Map([...ksasByNo.values()].map(({ lineage, ksaNo }) => [lineage, ksaNo]));
    const steps = planMigration(
      [...numbers.keys()].map((lineage) => ({ ...ANYTHING, lineage })),
      await this.contents.content(context, from.id),
      await this.contents.content(context, to.id),
      await this.contents.between(context, from, to),
    );
    return steps.flatMap((step) =>
      kindsOf(step).flatMap((kind) =>
        requirementsOf(step).map(({ lineage }) => ({
          ...{ releaseId: from.id, kind },
          ksaNo: numbers.get(lineage) as number,
        })),
      ),
    );
  }
}

const ANYTHING: Omit<LineageRequirement, 'lineage'> = {
  ...{ requiredLevel: 1, weight: 1, critical: false, evidence: 'any', evidenceChosen: false },
};

const kindsOf = (step: MigrationStep): readonly ImpactKind[] =>
  step.kind === 'kept' ? step.changes : [step.kind];

const requirementsOf = (step: MigrationStep): readonly LineageRequirement[] =>
  step.kind === 'merged' ? step.requirements : [step.requirement];

interface Sums {
  organisations: number;
  roleProfiles: number;
  openAssessments: number;
  programmes: number;
}

const noCounts = (): Sums => ({ organisations: 0, roleProfiles: 0, openAssessments: 0, programmes: 0 });

function addUp(sums: ReadonlyMap<ImpactKind | null, Sums>, counts: readonly CountOfKind[]): void {
  for (const { kind, what, count } of counts) (sums.get(kind) as Sums)[what] += count;
  for (const kind of new Set(counts.map((each) => each.kind))) (sums.get(kind) as Sums).organisations += 1;
}
