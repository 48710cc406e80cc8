import { DomainError } from '../errors.ts';

export type FrameworksErrorCode =
  | 'frameworks.invalid-ksa-code'
  | 'frameworks.invalid-code'
  | 'frameworks.invalid-text'
  | 'frameworks.invalid-kind'
  | 'frameworks.invalid-release'
  | 'frameworks.release-not-compiled'
  | 'frameworks.invalid-question'
  | 'frameworks.invalid-figure'
  | 'frameworks.nothing-to-analyse'
  | 'frameworks.rule-of-another-analysis'
  | 'frameworks.too-many-groups';

export class FrameworksError extends DomainError<FrameworksErrorCode> {}
