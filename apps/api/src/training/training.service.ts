import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { isLevel } from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import type { FieldError } from '#platform/problem/refusal';
import { WorkforceService } from '#workforce';
import type { ProgrammeDto, ProgrammesQuery } from './dto/programme.dto.ts';
import { toProgrammeDto } from './dto/programme.dto.ts';
import type { KsaLevel, NewProgramme, StoredProgramme } from './programmes/programme.types.ts';
import { ProgrammesRepository } from './programmes/programmes.repository.ts';
import { programmeNotFound, programmeNotValid } from './training.errors.ts';

/** The organisation's catalogue of programmes. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly programmes: ProgrammesRepository,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
  ) {}

  async list(context: RequestContext, query: ProgrammesQuery): Promise<{ rows: ProgrammeDto[]; total: number }> {
    const { ksasByCode, ksasByNo } = await this.frameworks.releaseIndex(context);
    const { ksaCode } = query.filter;
    const ksaNo = ksaCode === undefined ? null : (ksasByCode.get(ksaCode)?.ksaNo ?? 0);
    const { rows, total } = await this.programmes.list(context, query, ksaNo);
    return { rows: rows.map((programme) => toProgrammeDto(programme, ksasByNo)), total };
  }

  async one(context: RequestContext, id: string): Promise<ProgrammeDto> {
    const programme = await this.programmes.byId(context, id);
    if (programme === undefined) throw programmeNotFound();
    return toProgrammeDto(programme, (await this.frameworks.releaseIndex(context)).ksasByNo);
  }

  /** Recommendations take it up with the next score of each worker. */
  async addProgramme(context: TransactionContext, input: NewProgramme): Promise<string> {
    const { requiresProgrammes = [], requiresLevels = [] } = input;
    const errors: FieldError[] = [];
    const outcomes = await this.levels(context, '/outcomes', input.outcomes, errors);
    const entry = await this.levels(context, '/requiresLevels', requiresLevels, errors);
    if (outcomes.length === 0) errors.push({ pointer: '/outcomes', detail: 'is empty: it raises nothing' });
    if (!Number.isInteger(input.hours * 60) || input.hours <= 0)
      errors.push({ pointer: '/hours', detail: 'must be whole minutes, and more than none' });
    const known = new Set((await this.programmes.all(context)).map(({ id }) => id));
    requiresProgrammes.forEach((id, index) => {
      if (!known.has(id)) errors.push({ pointer: `/requiresProgrammes/${index}`, detail: 'is no programme of yours' });
    });
    if (errors.length > 0) throw programmeNotValid(errors);
    const programme: StoredProgramme = { ...input, id: uuidv7(), outcomes, requiresProgrammes, requiresLevels: entry };
    await this.programmes.insert(context, programme);
    return programme.id;
  }

  private async levels(
    context: RequestContext,
    pointer: string,
    coded: NewProgramme['outcomes'],
    errors: FieldError[],
  ): Promise<KsaLevel[]> {
    const { maxLevel } = await this.workforce.scale(context);
    const codes = coded.map(({ ksaCode }) => ksaCode);
    const ksas = await this.frameworks.ksasByCode(context, null, codes);
    return coded.flatMap(({ ksaCode, level }, index) => {
      const ksa = ksas.get(ksaCode);
      const at = `${pointer}/${index}`;
      if (ksa === undefined) errors.push({ pointer: `${at}/ksaCode`, detail: 'is no KSA of the current release' });
      if (codes.indexOf(ksaCode) !== index) errors.push({ pointer: `${at}/ksaCode`, detail: 'comes twice' });
      if (!isLevel(level, maxLevel) || level === 0)
        errors.push({ pointer: `${at}/level`, detail: `must be 1 to ${maxLevel}` });
      return ksa === undefined ? [] : [{ ksaNo: ksa.ksaNo, level }];
    });
  }
}
