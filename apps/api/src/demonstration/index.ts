export { DemonstrationModule } from './demonstration.module.ts';
export { DemonstrationService, type Report } from './demonstration.service.ts';
