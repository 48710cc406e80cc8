import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { Release } from '../framework.types.ts';
import { releaseNotFound, releaseRetired } from '../frameworks.errors.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { isPublic } from '../visible-releases.ts';
import { ChangeLogRepository, type NewChange } from './change-log.repository.ts';
import {
  baseOfAnotherFramework,
  frameworkExists,
  frameworkNotFound,
  labelTaken,
  notADraft,
  notInState,
} from './curation.errors.ts';
import type { DiscardedDraft, Draft, Framework } from './curation.types.ts';
import { DraftsRepository } from './drafts.repository.ts';
import type { CreateFrameworkDto, CreateReleaseDto } from './dto/draft.dto.ts';

/** What an edit has done, for the log. */
export interface Edited<Result> {
  readonly result: Result;
  readonly changes: readonly NewChange[];
}

/** Drafts from their begin until they are reviewed or discarded, and the one way to edit them. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftsRepository,
    private readonly log: ChangeLogRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  frameworksOf(context: RequestContext): Promise<readonly Framework[]> {
    return this.drafts.frameworks(context);
  }

  addFramework(context: RequestContext, input: CreateFrameworkDto): Promise<Framework> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const id = uuidv7();
      if (!(await this.drafts.insertFramework(transaction, { id, ...input }))) throw frameworkExists();
      const made = (await this.drafts.frameworks(transaction)).find((framework) => framework.id === id);
      if (made === undefined) throw frameworkNotFound();
      return made;
    });
  }

  /**
   * A copy of a release, or empty. A copy of what is not published itself takes over what that one began from, and what
   * became of it: only what is published stays as it was, to follow an item through.
   */
  create(context: RequestContext, input: CreateReleaseDto): Promise<Release> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const framework = (await this.drafts.frameworks(transaction)).find(
        ({ id }) => id === input.frameworkId,
      );
      if (framework === undefined) throw frameworkNotFound();
      const base = input.basedOn === null ? null : await this.steady(transaction, input.basedOn);
      if (base !== null && base.frameworkId !== framework.id) throw baseOfAnotherFramework();
      if (base?.state === 'retired') throw releaseRetired(base.label, '/basedOn');
      const unsettled = base !== null && !isPublic(base) ? base : null;
      const id = uuidv7();
      const draft = {
        id,
        frameworkId: framework.id,
        label: input.label,
        attribution: input.attribution ?? base?.attribution ?? '',
        basedOn: (unsettled === null ? base?.id : unsettled.basedOn) ?? null,
      };
      if (!(await this.drafts.insert(transaction, draft))) throw labelTaken(input.label);
      if (base !== null) await this.drafts.copyContent(transaction, base.id, id);
      if (unsettled !== null) await this.drafts.copySuccessions(transaction, unsettled.id, id);
      await this.log.add(transaction, id, '', [
        ofRelease('begun', { label: input.label, basedOn: base?.label ?? null }),
      ]);
      const made = await this.frameworks.release(transaction, id);
      if (base !== null) await this.drafts.count(transaction);
      return made;
    });
  }

  /** A release that stays as it is until the transaction ends: published, or locked and then read again. */
  private async steady(context: TransactionContext, id: string): Promise<Release> {
    const release = await this.frameworks.release(context, id);
    if (isPublic(release)) return release;
    await this.drafts.lock(context, id);
    return this.frameworks.release(context, id);
  }

  /**
   * Everything that changes a draft's content goes through here: the draft is locked, so that edits follow each other,
   * its revision goes up, and what was done is logged; all of it or nothing. Where nothing is to be logged the draft is as
   * it was, and so is its revision.
   */
  edit<Result>(
    context: RequestContext,
    releaseId: string,
    reason: string,
    work: (transaction: TransactionContext, draft: Draft) => Promise<Edited<Result>>,
  ): Promise<Result> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const draft = await this.drafts.edit(transaction, releaseId);
      if (draft === undefined) {
        const release = await this.frameworks.release(transaction, releaseId);
        throw notADraft(release.state);
      }
      const { result, changes } = await work(transaction, draft);
      if (changes.length > 0) await this.log.add(transaction, draft.id, reason, changes);
      else await this.drafts.unedited(transaction, draft.id);
      return result;
    });
  }

  submit(context: RequestContext, releaseId: string, reason: string): Promise<Release> {
    return this.change(context, releaseId, 'draft', 'in-review', 'submitted', reason);
  }

  reopen(context: RequestContext, releaseId: string, reason: string): Promise<Release> {
    return this.change(context, releaseId, 'in-review', 'draft', 'reopened', reason);
  }

  discarded(context: RequestContext): Promise<readonly DiscardedDraft[]> {
    return this.drafts.discarded(context);
  }

  /** Its content goes, its log stays. */
  discard(context: RequestContext, releaseId: string, reason: string): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.expect(transaction, releaseId, 'draft');
      await this.drafts.empty(transaction, releaseId);
      await this.drafts.setState(transaction, releaseId, 'discarded');
      await this.log.add(transaction, releaseId, reason, [ofRelease('discarded')]);
    });
  }

  /** Locked until the transaction ends. */
  async expect(context: TransactionContext, releaseId: string, wanted: string): Promise<number> {
    const release = await this.drafts.lock(context, releaseId);
    if (release === undefined || release.state === 'discarded') throw releaseNotFound();
    if (release.state !== wanted) throw notInState(release.state, wanted);
    return release.revision;
  }

  private change(
    context: RequestContext,
    releaseId: string,
    from: string,
    to: string,
    action: string,
    reason: string,
  ): Promise<Release> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.expect(transaction, releaseId, from);
      await this.drafts.setState(transaction, releaseId, to);
      await this.log.add(transaction, releaseId, reason, [ofRelease(action)]);
      return this.frameworks.release(transaction, releaseId);
    });
  }
}

export function ofRelease(action: string, after: object | null = null): NewChange {
  return { subject: 'release', action, lineage: null, before: null, after };
}
