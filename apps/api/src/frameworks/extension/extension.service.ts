import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { Item, Ksa } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { OWN_CODE } from '../own-code.ts';
import type { WriteProposalDto } from '../review/proposals/dto/proposal.dto.ts';
import type { ProposalDetail } from '../review/proposals/proposal.types.ts';
import { ProposalsService } from '../review/proposals/proposals.service.ts';
import type {
  CreateOwnItemDto,
  EditOwnItemDto,
  OwnItemsQuery,
  ProposeOwnItemDto,
} from './dto/own-item.dto.ts';
import type {
  CreateOwnOccupationDto,
  EditOwnOccupationDto,
  OwnOccupationsQuery,
} from './dto/own-occupation.dto.ts';
import {
  areaUnknown,
  ksaUnknown,
  noCompetency,
  notGone,
  onlyKsasAreProposed,
  onlyOfTasks,
  ownEditedMeanwhile,
  ownItemNotFound,
  ownNumbersExhausted,
  ownOccupationNotFound,
  ownOccupationTaken,
} from './extension.errors.ts';
import { ExtensionRepository, type NewOwnItem } from './extension.repository.ts';
import type { OwnItem, OwnOccupation } from './extension.types.ts';
import { type GoneItem, type GoneItems, GoneItemsService } from './gone-items.ts';

/** Numbers are two bytes, and below 0. */
const MOST_NUMBERS = 32_767;

export interface OwnItemInWords {
  readonly item: OwnItem;
  /** Null where it stands under none, or the current release has it no more. */
  readonly under: Item | null;
  readonly lostUnder: GoneItem | null;
  /** Behind a task, in the order of the release. */
  readonly ksas: readonly Ksa[];
  readonly goneKsas: readonly GoneItem<Ksa>[];
}

export interface OwnOccupationInWords {
  readonly occupation: OwnOccupation;
  readonly ksas: readonly Ksa[];
  readonly goneKsas: readonly GoneItem<Ksa>[];
}

const collator = new Intl.Collator('en', { numeric: true });

/** An organisation's own KSAs, tasks and occupations beside the framework. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ExtensionRepository,
    private readonly frameworks: FrameworksService,
    private readonly goneItems: GoneItemsService,
    private readonly proposals: ProposalsService,
  ) {}

  async items(
    context: RequestContext,
    { filter, sort, offset, limit }: OwnItemsQuery,
  ): Promise<{ rows: readonly OwnItemInWords[]; total: number }> {
    const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const ids = filter.id && new Set(filter.id);
    const direction = sort.order === 'ASC' ? 1 : -1;
    const found = (await this.repository.read(context)).items
      .filter(({ id }) => ids === undefined || ids.has(id))
      .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
      .filter(({ title, code }) => words.every((word) => `${code} ${title}`.toLowerCase().includes(word)))
      .toSorted((left, right) => direction * collator.compare(left[sort.field], right[sort.field]));
    const goneItems = await this.goneItems.ofCurrent(context);
    const rows: OwnItemInWords[] = [];
    for (const item of found.slice(offset, offset + limit))
      rows.push(await this.inWords(context, item, goneItems));
    return { rows, total: found.length };
  }

  async item(context: RequestContext, id: string): Promise<OwnItemInWords> {
    return this.inWords(context, await this.found(context, id), await this.goneItems.ofCurrent(context));
  }

  addItem(context: RequestContext, input: CreateOwnItemDto): Promise<OwnItemInWords> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const given = await this.repository.edit(transaction, 0);
      if (given >= MOST_NUMBERS) throw ownNumbersExhausted();
      const { ksaNos, underLineage = null } = await this.checked(transaction, input.kind, input);
      const no = await this.repository.edit(transaction, 1);
      const { kind, title, definition, document, documentRevision } = input;
      const item: NewOwnItem = {
        ...{ id: uuidv7(), version: 1, kind, ksaNo: -no, code: `${OWN_CODE}.${no}`, title, isRetired: false },
        ...{ definition: definition || null, underLineage, document, documentRevision, ksaNos },
      };
      await this.repository.insertItem(transaction, item);
      return this.item(transaction, item.id);
    });
  }

  /** @param version the one that the editor has seen */
  editItem(
    context: RequestContext,
    id: string,
    version: number,
    input: EditOwnItemDto,
  ): Promise<OwnItemInWords> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.repository.edit(transaction, 0);
      const item = await this.found(transaction, id);
      if (item.version !== version) throw ownEditedMeanwhile();
      const checked = await this.checked(transaction, item.kind, input);
      const { title = item.title, definition = item.definition } = input;
      const { underLineage = item.underLineage } = checked;
      const { document = item.document, documentRevision = item.documentRevision } = input;
      await this.repository.updateItem(transaction, {
        ...{ id, title, definition: definition || null, underLineage, document, documentRevision },
        ksaNos: await this.chosen(transaction, item.ksaNos, input),
        isRetired: input.isRetired ?? item.isRetired,
      });
      return this.item(transaction, id);
    });
  }

  /** "We need this KSA": what the curators make of it is theirs, the own one stays. Once, until they decide. */
  propose(context: RequestContext, id: string, { says, named }: ProposeOwnItemDto): Promise<ProposalDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { item, under } = await this.item(transaction, id);
      if (item.kind === 'task') throw onlyKsasAreProposed();
      const { id: releaseId } = await this.frameworks.currentRelease(transaction);
      const written: WriteProposalDto = {
        ...{ kind: 'proposal', title: item.title, definition: item.definition, says, named },
        ...(under === null ? { releaseId } : { parentId: under.id }),
      };
      return this.proposals.write(transaction, written, item.id);
    });
  }

  async occupations(
    context: RequestContext,
    { filter, sort, offset, limit }: OwnOccupationsQuery,
  ): Promise<{ rows: readonly OwnOccupationInWords[]; total: number }> {
    const { occupations } = await this.repository.read(context);
    const ids = filter.id && new Set(filter.id);
    const found = occupations.filter(({ id }) => ids === undefined || ids.has(id));
    const inOrder = sort.order === 'ASC' ? found : found.toReversed();
    const goneItems = await this.goneItems.ofCurrent(context);
    const rows: OwnOccupationInWords[] = [];
    for (const occupation of inOrder.slice(offset, offset + limit))
      rows.push(await occupationInWords(occupation, goneItems));
    return { rows, total: found.length };
  }

  async occupation(context: RequestContext, id: string): Promise<OwnOccupationInWords> {
    const occupation = (await this.repository.read(context)).occupations.find((each) => each.id === id);
    if (occupation === undefined) throw ownOccupationNotFound();
    return occupationInWords(occupation, await this.goneItems.ofCurrent(context));
  }

  addOccupation(context: RequestContext, input: CreateOwnOccupationDto): Promise<OwnOccupationInWords> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.repository.edit(transaction, 0);
      const { title, technologyArea, roleFamily, definition, ksaCodes } = input;
      await this.checkArea(transaction, technologyArea);
      await this.checkTitle(transaction, null, title, technologyArea);
      const ksaNos = await this.numbers(transaction, ksaCodes);
      const id = uuidv7();
      const state = { id, title, technologyArea, roleFamily, definition: definition || null, ksaNos };
      await this.repository.insertOccupation(transaction, state);
      return this.occupation(transaction, id);
    });
  }

  editOccupation(
    context: RequestContext,
    id: string,
    version: number,
    input: EditOwnOccupationDto,
  ): Promise<OwnOccupationInWords> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.repository.edit(transaction, 0);
      const { occupation } = await this.occupation(transaction, id);
      if (occupation.version !== version) throw ownEditedMeanwhile();
      const { title = occupation.title, technologyArea = occupation.technologyArea } = input;
      const { roleFamily = occupation.roleFamily, definition = occupation.definition } = input;
      if (input.technologyArea !== undefined) await this.checkArea(transaction, technologyArea);
      await this.checkTitle(transaction, id, title, technologyArea);
      const ksaNos = await this.chosen(transaction, occupation.ksaNos, input);
      const state = { id, title, technologyArea, roleFamily, definition: definition || null, ksaNos };
      await this.repository.updateOccupation(transaction, state);
      return this.occupation(transaction, id);
    });
  }

  removeOccupation(context: RequestContext, id: string, version: number): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.repository.edit(transaction, 0);
      const { occupation } = await this.occupation(transaction, id);
      if (occupation.version !== version) throw ownEditedMeanwhile();
      await this.repository.removeOccupation(transaction, id);
    });
  }

  private async found(context: RequestContext, id: string): Promise<OwnItem> {
    const item = (await this.repository.read(context)).items.find((each) => each.id === id);
    if (item === undefined) throw ownItemNotFound();
    return item;
  }

  private async inWords(
    context: RequestContext,
    item: OwnItem,
    goneItems: GoneItems,
  ): Promise<OwnItemInWords> {
    const { items } = await this.frameworks.releaseIndex(context);
    const under = items.find(({ lineage }) => lineage === item.underLineage) ?? null;
    const lostUnder = await goneItems.place(item.underLineage);
    const { there, gone } = await goneItems.ksas(item.ksaNos);
    return { item, under, lostUnder, ksas: there, goneKsas: gone };
  }

  /** What is gone stays, until it is said which of it does. */
  private async chosen(
    context: RequestContext,
    ksaNos: readonly number[],
    { ksaCodes, keptGoneKsas }: Pick<EditOwnOccupationDto, 'ksaCodes' | 'keptGoneKsas'>,
  ): Promise<readonly number[]> {
    const { there, gone } = await (await this.goneItems.ofCurrent(context)).ksas(ksaNos);
    const lineages = new Set(gone.map(({ item }) => item.lineage));
    const unknown = keptGoneKsas?.findIndex((lineage) => !lineages.has(lineage)) ?? -1;
    if (unknown !== -1) throw notGone(`/keptGoneKsas/${unknown}`);
    const kept = gone
      .map(({ item }) => item)
      .filter(({ lineage }) => keptGoneKsas === undefined || keptGoneKsas.includes(lineage));
    const chosen =
      ksaCodes === undefined ? there.map(({ ksaNo }) => ksaNo) : await this.numbers(context, ksaCodes);
    return [...chosen, ...kept.map(({ ksaNo }) => ksaNo)];
  }

  /** The numbers of the KSAs behind it, and what it stands under where that is said. */
  private async checked(
    context: TransactionContext,
    kind: OwnItem['kind'],
    input: Omit<EditOwnItemDto, 'isRetired'>,
  ): Promise<{ readonly ksaNos: readonly number[]; readonly underLineage?: string | null }> {
    const { under, document, documentRevision, ksaCodes = [] } = input;
    if (kind === 'ksa') {
      if (document != null) throw onlyOfTasks('/document');
      if (documentRevision != null) throw onlyOfTasks('/documentRevision');
      if (ksaCodes.length > 0) throw onlyOfTasks('/ksaCodes');
    }
    const ksaNos = await this.numbers(context, ksaCodes);
    if (under === undefined) return { ksaNos };
    return { ksaNos, underLineage: under === null ? null : await this.competency(context, under) };
  }

  /** Its lineage, by which it is found in later releases. */
  private async competency(context: RequestContext, itemId: string): Promise<string> {
    const { itemsById } = await this.frameworks.releaseIndex(context);
    const above = itemsById.get(itemId);
    if (above?.kind !== 'competency' && above?.kind !== 'sub-competency') throw noCompetency();
    return above.lineage;
  }

  private async numbers(context: RequestContext, codes: readonly string[]): Promise<readonly number[]> {
    const { ksasByCode } = await this.frameworks.releaseIndexWithOwn(context);
    const numbers = codes.map((code, place) => {
      const ksa = ksasByCode.get(code);
      if (ksa === undefined) throw ksaUnknown(`/ksaCodes/${place}`, code);
      return ksa.ksaNo;
    });
    return [...new Set(numbers)];
  }

  private async checkArea(context: RequestContext, technologyArea: string): Promise<void> {
    const { areas } = await this.frameworks.releaseIndex(context);
    if (!areas.some(({ code }) => code === technologyArea)) throw areaUnknown();
  }

  /** @param id of the occupation itself; null: it is new */
  private async checkTitle(
    context: RequestContext,
    id: string | null,
    title: string,
    technologyArea: string,
  ): Promise<void> {
    const { occupations } = await this.repository.read(context);
    const isTaken = occupations.some(
      (each) => each.id !== id && each.title === title && each.technologyArea === technologyArea,
    );
    if (isTaken) throw ownOccupationTaken();
  }
}

async function occupationInWords(
  occupation: OwnOccupation,
  goneItems: GoneItems,
): Promise<OwnOccupationInWords> {
  const { there, gone } = await goneItems.ksas(occupation.ksaNos);
  return { occupation, ksas: there, goneKsas: gone };
}
