import { DomainError } from '../errors.ts';

export type FrameworksErrorCode = 'frameworks.invalid-ksa-code';

export class FrameworksError extends DomainError<FrameworksErrorCode> {}
