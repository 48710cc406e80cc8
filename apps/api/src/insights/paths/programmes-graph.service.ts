import { Injectable } from '@nestjs/common';
import { programmeGraph, type ProgrammeGraph } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type Catalogue, CatalogueService } from '#training';

export interface KnownProgrammes {
  readonly graph: ProgrammeGraph;
  readonly byId: Catalogue['byId'];
}

/** The organisation's programmes, ready to be searched for the least training. */
@Injectable()
export class ProgrammesGraphService {
  constructor(private readonly catalogues: CatalogueService) {}

  async read(context: RequestContext): Promise<KnownProgrammes> {
    const { compiled, byId } = await this.catalogues.of(context);
    return { graph: programmeGraph(compiled), byId };
  }
}
