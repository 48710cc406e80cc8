import { Injectable } from '@nestjs/common';
import { compileCatalogue, minutesOfHours, programmeGraph, type ProgrammeGraph } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type StoredProgramme, TrainingService } from '#training';
import { WorkforceService } from '#workforce';

export interface KnownProgrammes {
  readonly graph: ProgrammeGraph;
  readonly byId: ReadonlyMap<string, StoredProgramme>;
}

/** The organisation's programmes, ready to be searched for the least training. */
@Injectable()
export class ProgrammesGraphService {
  constructor(
    private readonly training: TrainingService,
    private readonly workforce: WorkforceService,
  ) {}

  async read(context: RequestContext): Promise<KnownProgrammes> {
    const { maxLevel } = await this.workforce.scale(context);
    const programmes = await this.training.all(context);
    const inMinutes = programmes.map((programme) => ({
      ...programme,
      minutes: minutesOfHours(String(programme.hours)),
    }));
    return {
      graph: programmeGraph(compileCatalogue(inMinutes, maxLevel)),
      byId: new Map(programmes.map((programme) => [programme.id, programme])),
    };
  }
}
