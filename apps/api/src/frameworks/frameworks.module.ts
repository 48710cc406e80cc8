import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { AssociationsController } from './crosswalks/associations.controller.ts';
import { AssociationsRepository } from './crosswalks/associations.repository.ts';
import { AssociationsService } from './crosswalks/associations.service.ts';
import { CrosswalkGapsService } from './crosswalks/crosswalk-gaps.service.ts';
import { CrosswalksController } from './crosswalks/crosswalks.controller.ts';
import { CrosswalksRepository } from './crosswalks/crosswalks.repository.ts';
import { CrosswalksService } from './crosswalks/crosswalks.service.ts';
import { AnalysisController } from './analysis/analysis.controller.ts';
import { AnalysisService } from './analysis/analysis.service.ts';
import { OccupationAnalysisController } from './analysis/occupation-analysis.controller.ts';
import { OccupationAnalysisService } from './analysis/occupation-analysis.service.ts';
import { PrintedFiguresRepository } from './analysis/printed-figures.repository.ts';
import { ChangeLogRepository } from './curation/change-log.repository.ts';
import { ChangeLogService } from './curation/change-log.service.ts';
import { DraftItemsRepository } from './curation/draft-items.repository.ts';
import { DraftOccupationsRepository } from './curation/draft-occupations.repository.ts';
import { DraftsController } from './curation/drafts.controller.ts';
import { DraftsRepository } from './curation/drafts.repository.ts';
import { DraftsService } from './curation/drafts.service.ts';
import { ItemEditingController } from './curation/item-editing.controller.ts';
import { ItemEditingService } from './curation/item-editing.service.ts';
import { OccupationEditingController } from './curation/occupation-editing.controller.ts';
import { OccupationEditingService } from './curation/occupation-editing.service.ts';
import { ReleaseContentService } from './curation/release-content.service.ts';
import { SelectionEditingService } from './curation/selection-editing.service.ts';
import { SuccessionsRepository } from './curation/successions.repository.ts';
import { ExtensionRepository } from './extension/extension.repository.ts';
import { ExtensionService } from './extension/extension.service.ts';
import { GoneItemsService } from './extension/gone-items.ts';
import { OwnItemsController } from './extension/own-items.controller.ts';
import { OwnOccupationsController } from './extension/own-occupations.controller.ts';
import { FrameworksRepository } from './frameworks.repository.ts';
import { FrameworksService } from './frameworks.service.ts';
import { ItemsController } from './items.controller.ts';
import { OccupationsController } from './occupations.controller.ts';
import { ReleasesController } from './releases.controller.ts';
import { ProposalsController } from './review/proposals/proposals.controller.ts';
import { ProposalsRepository } from './review/proposals/proposals.repository.ts';
import { ProposalsService } from './review/proposals/proposals.service.ts';
import { PublishingController } from './review/publishing.controller.ts';
import { PublishingRepository } from './review/publishing.repository.ts';
import { PublishingService } from './review/publishing.service.ts';
import { ReleaseDiffController } from './review/release-diff.controller.ts';
import { ReleaseDiffService } from './review/release-diff.service.ts';
import { ReleaseContentRepository } from './transfer/release-content.repository.ts';
import { ReleaseExportService } from './transfer/release-export.service.ts';
import { ReleaseImportRepository } from './transfer/release-import.repository.ts';
import { ReleaseImportService } from './transfer/release-import.service.ts';
import { ReleaseTransferController } from './transfer/release-transfer.controller.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchRepository } from './search/search.repository.ts';
import { SearchService } from './search/search.service.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    OwnItemsController,
    OwnOccupationsController,
    ReleasesController,
    ItemsController,
    OccupationsController,
    AnalysisController,
    OccupationAnalysisController,
    DraftsController,
    ItemEditingController,
    OccupationEditingController,
    PublishingController,
    CrosswalksController,
    AssociationsController,
    SearchController,
    ReleaseDiffController,
    ProposalsController,
    ReleaseTransferController,
  ],
  providers: [
    ExtensionService,
    GoneItemsService,
    ExtensionRepository,
    FrameworksService,
    FrameworksRepository,
    ReleaseContentService,
    AnalysisService,
    OccupationAnalysisService,
    PrintedFiguresRepository,
    DraftsService,
    DraftsRepository,
    DraftItemsRepository,
    SuccessionsRepository,
    DraftOccupationsRepository,
    ItemEditingService,
    OccupationEditingService,
    SelectionEditingService,
    ChangeLogService,
    ChangeLogRepository,
    PublishingService,
    PublishingRepository,
    CrosswalksService,
    CrosswalksRepository,
    CrosswalkGapsService,
    AssociationsService,
    AssociationsRepository,
    SearchService,
    SearchRepository,
    ReleaseDiffService,
    ProposalsService,
    ProposalsRepository,
    ReleaseContentRepository,
    ReleaseExportService,
    ReleaseImportRepository,
    ReleaseImportService,
  ],
  exports: [FrameworksService, ReleaseContentService],
})
export class FrameworksModule {}
