import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { checkRelease } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { ChangeLogRepository } from '../curation/change-log.repository.ts';
import { DraftsService, ofRelease } from '../curation/drafts.service.ts';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { isPublic } from '../visible-releases.ts';
import type { PublicationDto } from './dto/publishing.dto.ts';
import { type Approval, type LeftOut, PublishingRepository } from './publishing.repository.ts';
import {
  approvalsMissing,
  faultsOpen,
  numbersExhausted,
  releaseLeftOut,
  retiredIsLast,
  revisionChanged,
} from './review.errors.ts';

/** How many persons must have approved what is published. */
export const APPROVALS_NEEDED = 2;

/** Ratings carry a KSA's number in two bytes. */
const HIGHEST_KSA_NO = 32_767;
const MOST_FAULTS_TOLD = 100;

/** From review to publication, and into retirement. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PublishingRepository,
    private readonly drafts: DraftsService,
    private readonly content: ReleaseContentService,
    private readonly log: ChangeLogRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  /** Of the release as it stands. */
  async approvals(context: RequestContext, releaseId: string): Promise<readonly Approval[]> {
    const { revision } = await this.frameworks.release(context, releaseId);
    return this.repository.approvals(context, releaseId, revision);
  }

  /** Of a draft or in review: what was published meanwhile, whose changes it would undo. */
  async leftOut(context: RequestContext, releaseId: string): Promise<readonly LeftOut[]> {
    const release = await this.frameworks.release(context, releaseId);
    return isPublic(release) ? [] : this.repository.leftOut(context, releaseId);
  }

  /** @param revision the one that the person has read */
  approve(context: RequestContext, releaseId: string, revision: number): Promise<readonly Approval[]> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const current = await this.drafts.expect(transaction, releaseId, 'in-review');
      if (current !== revision) throw revisionChanged();
      await this.repository.approve(transaction, releaseId, revision);
      await this.log.add(transaction, releaseId, '', [ofRelease('approved', { revision })]);
      return this.repository.approvals(transaction, releaseId, revision);
    });
  }

  /**
   * What was approved by two persons and passes every check becomes a release that never changes. A release that was
   * published meanwhile is left out only by who says so.
   */
  publish(
    context: RequestContext,
    releaseId: string,
    { revision, leavesOut }: PublicationDto,
  ): Promise<Release> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const current = await this.drafts.expect(transaction, releaseId, 'in-review');
      if (current !== revision) throw revisionChanged();
      const approvals = await this.repository.approvals(transaction, releaseId, revision);
      if (approvals.length < APPROVALS_NEEDED) throw approvalsMissing(approvals.length, APPROVALS_NEEDED);
      const content = await this.content.content(transaction, releaseId);
      const faults = checkRelease(content);
      if (faults.length > 0) {
        throw faultsOpen(
          faults.slice(0, MOST_FAULTS_TOLD).map(({ name, detail }) => ({ pointer: `/${name}`, detail })),
        );
      }
      // From here on nobody else publishes until this is done.
      const { last, wanted } = await this.repository.numbers(transaction, releaseId);
      const leftOut = await this.repository.leftOut(transaction, releaseId);
      const unsaid = leftOut.filter(({ id }) => !leavesOut.includes(id));
      if (unsaid.length > 0) throw releaseLeftOut(unsaid);
      if (last + wanted > HIGHEST_KSA_NO) throw numbersExhausted(wanted, HIGHEST_KSA_NO - last);
      if (wanted > 0) await this.repository.number(transaction, releaseId, last);
      const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
      const day = context.now.toISOString().slice(0, 10);
      await this.repository.publish(transaction, releaseId, day, hash);
      const approvedBy = approvals.map((approval) => approval.by);
      await this.log.add(transaction, releaseId, '', [
        ofRelease('published', { approvedBy, without: leftOut }),
      ]);
      return this.frameworks.release(transaction, releaseId);
    });
  }

  /** It stays readable, and nothing new begins from it. */
  retire(context: RequestContext, releaseId: string, reason: string): Promise<Release> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.drafts.expect(transaction, releaseId, 'published');
      const releases = await this.frameworks.releases(transaction);
      const isLast = releases.filter(({ state, isBasis }) => isBasis && state === 'published').length === 1;
      if (isLast && this.frameworks.currentOf(releases)?.id === releaseId) throw retiredIsLast();
      await this.repository.setState(transaction, releaseId, 'retired');
      await this.log.add(transaction, releaseId, reason, [ofRelease('retired')]);
      return this.frameworks.release(transaction, releaseId);
    });
  }
}
