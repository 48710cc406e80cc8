export { FrameworksModule } from './frameworks.module.ts';
export { FrameworksService, type ItemDetail, type OccupationDetail } from './frameworks.service.ts';
export { FrameworkLoader, type LoadOutcome, ReleaseInUse } from './loader/framework-loader.ts';
export { CrosswalkLoader } from './loader/crosswalk-loader.ts';
export { PrintedFiguresLoader } from './loader/printed-figures-loader.ts';
export { MalformedRelease } from './loader/fault.ts';
export type { Item, Ksa, Occupation, Release } from './framework.types.ts';
export type { ReleaseIndex } from './release-index.ts';
export { ReleaseContentService } from './curation/release-content.service.ts';
