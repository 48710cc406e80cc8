export { TrainingModule } from './training.module.ts';
export { TrainingService } from './training.service.ts';
export { type Catalogue, CatalogueService } from './programmes/catalogue.service.ts';
export { RecommendationsService } from './recommendations.service.ts';
export type { NewProgramme } from './programmes/programme.types.ts';
export { PlanningService } from './plans/planning.service.ts';
export { TrainingPlansService } from './plans/training-plans.service.ts';
