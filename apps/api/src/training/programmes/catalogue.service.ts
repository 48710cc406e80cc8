import { Injectable } from '@nestjs/common';
import { compileCatalogue, type CompiledCatalogue, minutesOfHours, type Programme } from '#domain';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { isTransaction, type RequestContext } from '#platform/context/request-context';
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
  private readonly catalogues = new BoundedCache<Catalogue>(MOST_CATALOGUES);

  constructor(
    private readonly programmes: ProgrammesRepository,
    private readonly workforce: WorkforceService,
  ) {}

  async of(context: RequestContext): Promise<Catalogue> {
    const { maxLevel } = await this.workforce.scale(context);
    const revision = await this.programmes.revision(context);
    const key = `${context.tenantId}/${maxLevel}/${revision}`;
    return this.catalogues.get(key) ?? this.make(context, maxLevel, key);
  }

  private async make(context: RequestContext, maxLevel: number, key: string): Promise<Catalogue> {
    const programmes = await this.programmes.all(context);
    const made: Catalogue = {
      byId: new Map(programmes.map((programme) => [programme.id, programme])),
      compiled: compileCatalogue(programmes.map(inMinutes), maxLevel),
    };
    // Inside a transaction what is read may yet be rolled back.
    if (!isTransaction(context)) this.catalogues.set(key, made);
    return made;
  }
}

const inMinutes = (programme: StoredProgramme): Programme => ({
  ...programme,
  minutes: minutesOfHours(String(programme.hours)),
});
