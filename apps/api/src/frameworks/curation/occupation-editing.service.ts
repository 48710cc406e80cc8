import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { occupationNotFound } from '../frameworks.errors.ts';
import type { NewChange } from './change-log.repository.ts';
import {
  areaEdited,
  areaInUse,
  areaNotFound,
  areaTaken,
  areaUnknown,
  editedMeanwhile,
  occupationTaken,
  ofAnotherRelease,
  replacedByItself,
} from './curation.errors.ts';
import type { Draft, DraftOccupation } from './curation.types.ts';
import {
  type AreaRow,
  DraftOccupationsRepository,
  type OccupationState,
} from './draft-occupations.repository.ts';
import { DraftsService } from './drafts.service.ts';
import type {
  AddOccupationDto,
  EditOccupationDto,
  NameTechnologyAreaDto,
  RenameRoleFamilyDto,
  RetireOccupationDto,
} from './dto/occupation-edit.dto.ts';
import { SuccessionsRepository } from './successions.repository.ts';

/** What curators do to the occupations of a draft, their areas and families. */
@Injectable()
export class OccupationEditingService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly occupations: DraftOccupationsRepository,
    private readonly successions: SuccessionsRepository,
  ) {}

  add(context: RequestContext, releaseId: string, input: AddOccupationDto): Promise<DraftOccupation> {
    return this.drafts.edit(context, releaseId, input.reason, async (transaction, draft) => {
      await this.assertFree(transaction, draft, input, null);
      const id = uuidv7();
      await this.occupations.insert(transaction, draft.id, id, input);
      if (input.copySelectionsOf !== undefined) {
        const [model] = await this.named(transaction, draft, [input.copySelectionsOf], '/copySelectionsOf');
        await this.occupations.copySelections(transaction, draft.id, (model as DraftOccupation).id, id);
      }
      const result = (await this.occupations.byId(transaction, id)) as DraftOccupation;
      return { result, changes: [change('added', result, null, words(result))] };
    });
  }

  edit(
    context: RequestContext,
    id: string,
    version: number,
    input: EditOccupationDto,
  ): Promise<DraftOccupation> {
    return this.ofOccupation(context, id, version, input.reason, async (transaction, draft, before) => {
      const state: OccupationState = {
        title: input.title ?? before.title,
        technologyArea: input.technologyArea ?? before.technologyArea,
        definition: input.definition === undefined ? before.definition : input.definition,
        selectedBy: input.selectedBy ?? before.selectedBy,
        roleFamily: input.roleFamily === undefined ? before.roleFamily : input.roleFamily,
      };
      if (isDeepStrictEqual(words(before), words(state))) return { result: before, changes: [] };
      await this.assertFree(transaction, draft, state, id);
      await this.occupations.update(transaction, id, state);
      const result = (await this.occupations.byId(transaction, id)) as DraftOccupation;
      return { result, changes: [change('edited', result, words(before), words(result))] };
    });
  }

  retire(context: RequestContext, id: string, version: number, input: RetireOccupationDto): Promise<void> {
    return this.ofOccupation(context, id, version, input.reason, async (transaction, draft, occupation) => {
      const replacements = await this.named(transaction, draft, input.replacedBy, '/replacedBy');
      if (replacements.some((each) => each.id === id)) throw replacedByItself();
      const into = replacements.map(({ lineage }) => lineage);
      await this.successions.become(transaction, draft.id, { subject: 'occupation', kind: 'retired' }, [
        { from: occupation.lineage, into },
      ]);
      await this.occupations.remove(transaction, id);
      const after = { replacedBy: replacements.map(words) };
      return { result: undefined, changes: [change('retired', occupation, words(occupation), after)] };
    });
  }

  nameArea(
    context: RequestContext,
    releaseId: string,
    code: string,
    input: NameTechnologyAreaDto,
  ): Promise<AreaRow> {
    return this.drafts.edit(context, releaseId, input.reason, async (transaction, draft) => {
      const before = (await this.occupations.area(transaction, draft.id, code)) ?? null;
      if (input.was === null && before !== null) throw areaTaken(before);
      if ((before?.name ?? null) !== input.was) throw areaEdited(before?.name ?? null);
      const result: AreaRow = { code: input.code ?? code, name: input.name };
      if (before?.code === result.code && before.name === result.name) return { result, changes: [] };
      const namesake =
        result.code === code ? undefined : await this.occupations.area(transaction, draft.id, result.code);
      if (namesake !== undefined) throw areaTaken(namesake);
      if (before === null) await this.occupations.insertArea(transaction, draft.id, result);
      else await this.occupations.updateArea(transaction, draft.id, code, result);
      return { result, changes: [ofArea(before === null ? 'added' : 'renamed', before, result)] };
    });
  }

  /** @param was the name that the editor has seen */
  removeArea(context: RequestContext, releaseId: string, code: string, was: string): Promise<void> {
    return this.drafts.edit(context, releaseId, '', async (transaction, draft) => {
      const area = await this.occupations.area(transaction, draft.id, code);
      if (area === undefined) throw areaNotFound();
      if (area.name !== was) throw areaEdited(area.name);
      if (await this.occupations.isAreaUsed(transaction, draft.id, code)) throw areaInUse(code);
      await this.occupations.removeArea(transaction, draft.id, code);
      return { result: undefined, changes: [ofArea('retired', area, null)] };
    });
  }

  /** How many occupations it concerned. */
  renameFamily(
    context: RequestContext,
    releaseId: string,
    { from, to, reason }: RenameRoleFamilyDto,
  ): Promise<number> {
    return this.drafts.edit(context, releaseId, reason, async (transaction, draft) => {
      const renamed = await this.occupations.renameFamily(transaction, draft.id, from, to);
      return {
        result: renamed.length,
        changes: renamed.map((occupation) =>
          change('edited', occupation, { roleFamily: from }, { roleFamily: to }),
        ),
      };
    });
  }

  private async ofOccupation<Result>(
    context: RequestContext,
    id: string,
    version: number,
    reason: string,
    work: (
      transaction: TransactionContext,
      draft: Draft,
      occupation: DraftOccupation,
    ) => Promise<{ result: Result; changes: readonly NewChange[] }>,
  ): Promise<Result> {
    const seen = await this.occupations.byId(context, id);
    if (seen === undefined) throw occupationNotFound();
    return this.drafts.edit(context, seen.releaseId, reason, async (transaction, draft) => {
      const occupation = await this.occupations.byId(transaction, id);
      if (occupation === undefined) throw occupationNotFound();
      if (occupation.version !== version) throw editedMeanwhile();
      return work(transaction, draft, occupation);
    });
  }

  private async assertFree(
    context: TransactionContext,
    draft: Draft,
    state: Pick<OccupationState, 'technologyArea' | 'title'>,
    but: string | null,
  ): Promise<void> {
    if ((await this.occupations.area(context, draft.id, state.technologyArea)) === undefined)
      throw areaUnknown(state.technologyArea);
    const namesake = await this.occupations.titled(context, draft.id, state);
    if (namesake !== undefined && namesake !== but) throw occupationTaken();
  }

  private async named(
    context: TransactionContext,
    draft: Draft,
    ids: readonly string[],
    pointer: string,
  ): Promise<DraftOccupation[]> {
    const found = new Map(
      (await this.occupations.byIds(context, draft.id, ids)).map((each) => [each.id, each]),
    );
    return ids.map((id) => {
      const occupation = found.get(id);
      if (occupation === undefined) throw ofAnotherRelease(pointer);
      return occupation;
    });
  }
}

function words({ title, technologyArea, definition, selectedBy, roleFamily }: OccupationState): object {
  return { title, technologyArea, definition, selectedBy, roleFamily };
}

function change(
  action: string,
  { lineage, title }: Pick<DraftOccupation, 'lineage' | 'title'>,
  before: object | null,
  after: object | null,
): NewChange {
  return {
    ...{ subject: 'occupation', action, lineage },
    before: before && { title, ...before },
    after: after && { title, ...after },
  };
}

function ofArea(action: string, before: AreaRow | null, after: AreaRow | null): NewChange {
  return { subject: 'technology-area', action, lineage: null, before, after };
}
