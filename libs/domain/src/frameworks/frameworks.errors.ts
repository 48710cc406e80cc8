import { DomainError } from '../errors.ts';

export type FrameworksErrorCode =
  | 'frameworks.invalid-ksa-code'
  | 'frameworks.invalid-code'
  | 'frameworks.nothing-to-analyse'
  | 'frameworks.rule-of-another-analysis'
  | 'frameworks.too-many-groups';

export class FrameworksError extends DomainError<FrameworksErrorCode> {}
