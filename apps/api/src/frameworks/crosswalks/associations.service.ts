import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { editedMeanwhile } from '../curation/curation.errors.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { AssociationsRepository } from './associations.repository.ts';
import type { Association } from './crosswalk.types.ts';
import {
  associationExists,
  associationNotFound,
  crosswalkNotFound,
  ofAnotherFramework,
  withItself,
} from './crosswalks.errors.ts';
import { CrosswalksRepository } from './crosswalks.repository.ts';
import { CrosswalksService } from './crosswalks.service.ts';
import type { AssociationsQuery, CreateAssociationDto, EditAssociationDto } from './dto/association.dto.ts';
import { findAssociations } from './find-associations.ts';
import { visibleReleases } from '../visible-releases.ts';

/** What an item of one framework is to an item of another; an association whose items the reader may not see is not there. */
@Injectable()
export class AssociationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AssociationsRepository,
    private readonly crosswalkRows: CrosswalksRepository,
    private readonly crosswalks: CrosswalksService,
    private readonly frameworks: FrameworksService,
  ) {}

  async list(
    context: RequestContext,
    crosswalkId: string,
    query: AssociationsQuery,
  ): Promise<{ rows: Association[]; total: number }> {
    return findAssociations(await this.ofCrosswalk(context, crosswalkId), query);
  }

  async ofCrosswalk(context: RequestContext, crosswalkId: string): Promise<Association[]> {
    await this.crosswalks.one(context, crosswalkId);
    const releaseIds = await visibleReleases(context, this.frameworks);
    return this.repository.ofCrosswalk(context, releaseIds, crosswalkId);
  }

  /** Of every crosswalk, whichever side the item is on; by framework, then code. */
  async ofItem(context: RequestContext, itemId: string): Promise<Association[]> {
    const { item } = await this.frameworks.item(context, itemId);
    const releaseIds = await visibleReleases(context, this.frameworks);
    const all = await this.repository.ofItem(context, releaseIds, item.lineage);
    return findAssociations(all, {
      ...{ filter: {}, offset: 0, limit: all.length },
      sort: { field: all.some(({ from }) => from.lineage !== item.lineage) ? 'from' : 'to', order: 'ASC' },
    }).rows;
  }

  async one(context: RequestContext, id: string): Promise<Association> {
    const releaseIds = await visibleReleases(context, this.frameworks);
    const association = await this.repository.one(context, releaseIds, id);
    if (association === undefined) throw associationNotFound();
    return association;
  }

  add(context: RequestContext, crosswalkId: string, input: CreateAssociationDto): Promise<Association> {
    const { fromItemId, toItemId, ...fields } = input;
    return this.unitOfWork.transaction(context, async (transaction) => {
      const crosswalk = await this.crosswalkRows.lock(transaction, crosswalkId);
      if (crosswalk === undefined) throw crosswalkNotFound();
      const { fromFrameworkId, toFrameworkId } = crosswalk;
      const fromLineage = await this.lineage(transaction, fromItemId, fromFrameworkId, '/fromItemId');
      const toLineage = await this.lineage(transaction, toItemId, toFrameworkId, '/toItemId');
      if (fromLineage === toLineage) throw withItself();
      const pair = { id: uuidv7(), crosswalkId, fromLineage, toLineage };
      if (!(await this.repository.insert(transaction, pair, fields))) throw associationExists();
      return this.one(transaction, pair.id);
    });
  }

  edit(
    context: RequestContext,
    id: string,
    version: number,
    input: EditAssociationDto,
  ): Promise<Association> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { kind, confidence, note, source } = await this.one(transaction, id);
      const wanted = {
        kind: input.kind ?? kind,
        confidence: input.confidence === undefined ? confidence : input.confidence,
        note: input.note ?? note,
        source: input.source ?? source,
      };
      if (!(await this.repository.update(transaction, id, version, wanted))) throw editedMeanwhile();
      return this.one(transaction, id);
    });
  }

  remove(context: RequestContext, id: string, version: number): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.one(transaction, id);
      if (!(await this.repository.remove(transaction, id, version))) throw editedMeanwhile();
    });
  }

  /** Of an item that any release of the framework has, as far as the caller may see it. */
  private async lineage(
    context: TransactionContext,
    itemId: string,
    frameworkId: string,
    pointer: string,
  ): Promise<string> {
    const index = await this.frameworks.releaseWithItem(context, itemId);
    const item = index?.itemsById.get(itemId);
    if (item === undefined || index?.release.frameworkId !== frameworkId) throw ofAnotherFramework(pointer);
    return item.lineage;
  }
}
