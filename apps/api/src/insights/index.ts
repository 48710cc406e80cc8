export { InsightsModule } from './insights.module.ts';
export { AggregationService } from './groups/aggregation.service.ts';
export { CoverService } from './groups/cover.service.ts';
export { MatrixService } from './groups/matrix.service.ts';
