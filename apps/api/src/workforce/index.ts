export { WorkforceModule } from './workforce.module.ts';
export { WorkforceService } from './workforce.service.ts';
export type { Worker } from './workforce.types.ts';
