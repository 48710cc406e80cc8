import { Injectable } from '@nestjs/common';
import { compileCatalogue, type CompiledCatalogue, minutesOfHours, type Programme } from '#domain';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { remembered } from '#platform/cache/remembered';
import type { RequestContext } from '#platform/context/request-context';
import { WorkforceService } from '#workforce';
import type { StoredProgramme } from './programme.types.ts';
import { ProgrammesRepository } from './programmes.repository.ts';

/** Of 5,000 programmes one is some 10 MB. */
const MOST_CATALOGUES = 20;

/** An organisation's programmes, checked and ready to recommend from. */
export interface Catalogue {
  readonly byId: ReadonlyMap<string, StoredProgramme>;
  readonly compiled: CompiledCatalogue;
}

/** Held in memory by tenant: to read and to compile one takes longer than to recommend from it. */
@Injectable()
export class CatalogueService {
  private readonly catalogues = new BoundedCache<Promise<Catalogue>>(MOST_CATALOGUES);

  constructor(
    private readonly programmes: ProgrammesRepository,
    private readonly workforce: WorkforceService,
  ) {}

  async of(context: RequestContext): Promise<Catalogue> {
    const { maxLevel } = await this.workforce.scale(context);
    const revision = await this.programmes.revision(context);
    const key = `${context.tenantId}/${maxLevel}/${revision}`;
    return remembered(context, this.catalogues, key, () => this.make(context, maxLevel));
  }

  private async make(context: RequestContext, maxLevel: number): Promise<Catalogue> {
    const programmes = await this.programmes.all(context);
    return {
      byId: new Map(programmes.map((programme) => [programme.id, programme])),
      compiled: compileCatalogue(programmes.map(inMinutes), maxLevel),
    };
  }
}

const inMinutes = (programme: StoredProgramme): Programme => ({
  ...programme,
  minutes: minutesOfHours(String(programme.hours)),
});
