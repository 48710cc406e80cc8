import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { assertProgrammes, minutesOfHours } from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { WorkforceService } from '#workforce';
import { type ProgrammeDto, type ProgrammesQuery, toProgrammeDto } from './dto/programme.dto.ts';
import type { KsaLevel, NewProgramme, StoredProgramme } from './programmes/programme.types.ts';
import { ProgrammesRepository } from './programmes/programmes.repository.ts';
import { ksaUnknown, programmeNotFound } from './training.errors.ts';

/** The organisation's catalogue of programmes. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly programmes: ProgrammesRepository,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
  ) {}

  async list(
    context: RequestContext,
    query: ProgrammesQuery,
  ): Promise<{ rows: ProgrammeDto[]; total: number }> {
    const { ksaCode } = query.filter;
    const asked = ksaCode === undefined ? [] : [ksaCode];
    const [ksa] = (await this.frameworks.ksasByCode(context, null, asked)).values();
    const ksaNo = ksaCode === undefined ? null : (ksa?.ksaNo ?? 0);
    const { rows, total } = await this.programmes.list(context, query, ksaNo);
    const words = await this.words(context, rows);
    return { rows: rows.map((programme) => toProgrammeDto(programme, words)), total };
  }

  async one(context: RequestContext, id: string): Promise<ProgrammeDto> {
    const programme = await this.programmes.byId(context, id);
    if (programme === undefined) throw programmeNotFound();
    return toProgrammeDto(programme, await this.words(context, [programme]));
  }

  /** Recommendations take it up with the next score of each worker. */
  async addProgramme(context: TransactionContext, input: NewProgramme): Promise<string> {
    const { requiresProgrammes = [], requiresLevels = [] } = input;
    const programme: StoredProgramme = {
      ...input,
      id: uuidv7(),
      outcomes: await this.levels(context, '/outcomes', input.outcomes),
      requiresProgrammes,
      requiresLevels: await this.levels(context, '/requiresLevels', requiresLevels),
    };
    const { maxLevel } = await this.workforce.scale(context);
    const known = (await this.programmes.all(context)).map(({ id }) => id);
    assertProgrammes(
      [{ ...programme, minutes: minutesOfHours(String(input.hours), '/hours') }],
      maxLevel,
      known,
    );
    await this.programmes.insert(context, programme);
    return programme.id;
  }

  /** Of a KSA that the current release has no more, those of the newest release that had it. */
  private words(
    context: RequestContext,
    programmes: readonly StoredProgramme[],
  ): ReturnType<FrameworksService['ksasByNo']> {
    const levels = programmes.flatMap(({ outcomes, requiresLevels }) => [...outcomes, ...requiresLevels]);
    return this.frameworks.ksasByNo(
      context,
      null,
      levels.map(({ ksaNo }) => ksaNo),
    );
  }

  private async levels(
    context: RequestContext,
    pointer: string,
    coded: NewProgramme['outcomes'],
  ): Promise<KsaLevel[]> {
    const codes = coded.map(({ ksaCode }) => ksaCode);
    const ksas = await this.frameworks.ksasByCode(context, null, codes);
    return coded.map(({ ksaCode, level }, index) => {
      const ksa = ksas.get(ksaCode);
      if (ksa === undefined) throw ksaUnknown(`${pointer}/${index}/ksaCode`, ksaCode);
      return { ksaNo: ksa.ksaNo, level };
    });
  }
}
