import { Injectable } from '@nestjs/common';
import type { ItemChange, ItemContent } from '#domain';
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
  /** How many KSAs the release changes so. */
  readonly ksas: number;
  readonly organisations: number;
}

export interface ReleaseImpact {
  readonly release: Release;
  /** What it is compared with: the release that it began from; null: it began from none, and touches nothing. */
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
  readonly ksas: readonly TouchedKsa[];
}

/** Whom a release touches: to curators in counts alone, to an organisation by the names of what is its own. */
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
    const { release, base, ksas } = await this.touch(context, releaseId);
    const sums = new Map([null, ...impactKinds].map((kind) => [kind, noCounts()] as const));
    for (const tenantId of ksas.length === 0 ? [] : await this.organisations.ids()) {
      const own = systemContext(tenantId, context.requestId, context.now);
      addUp(sums, await this.repository.counts(own, ksas, release.id));
    }
    const kinds = [...sums].map(([kind, counts]) => ({
      ...{ kind, ksas: ksas.filter((each) => kind === null || each.kind === kind).length },
      ...counts,
    }));
    return { release, base, kinds };
  }

  async own(context: RequestContext, releaseId: string): Promise<OwnImpact> {
    const { release, base, ksas } = await this.touch(context, releaseId);
    return {
      ...{ release, base },
      roleProfiles: await this.repository.profiles(context, ksas, release.id),
      programmes: await this.repository.programmes(context, ksas, release.id),
    };
  }

  private async touch(context: RequestContext, releaseId: string): Promise<Touch> {
    const release = await this.frameworks.release(context, releaseId);
    if (release.basedOn === null) return { release, base: null, ksas: [] };
    const { from, to, diff } = await this.contents.compare(context, null, releaseId);
    const { ksasByNo } = await this.frameworks.releaseIndex(context, from.id);
    const numbers = new Map([...ksasByNo.values()].map(({ lineage, ksaNo }) => [lineage, ksaNo]));
    const ksas = diff.items.flatMap((change) =>
      // Nothing that is asked for hangs on the order of siblings.
      change.kind === 'added' || change.kind === 'ordered'
        ? []
        : changedBy(change).flatMap(({ lineage }) => {
            const ksaNo = numbers.get(lineage);
            return ksaNo === undefined ? [] : [{ kind: change.kind, ksaNo }];
          }),
    );
    return { release: to, base: from, ksas };
  }
}

function changedBy(change: Exclude<ItemChange, { kind: 'added' | 'ordered' }>): readonly ItemContent[] {
  return change.kind === 'merged' ? change.from : [change.before];
}

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
