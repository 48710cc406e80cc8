export { GapsModule } from './gaps.module.ts';
export { GapsService } from './gaps.service.ts';
export { GapViewsService } from './gap-views.service.ts';
export { PoliciesService } from './policies/policies.service.ts';
export { coverageDto } from './dto/gap-score.dto.ts';
export { recommendProgrammes, type RecommendProgrammes } from './jobs/recommend-programmes.job.ts';
export type { CurrentScore, StoredScore } from './score.types.ts';
export { requirementOf } from './requirement-of.ts';
