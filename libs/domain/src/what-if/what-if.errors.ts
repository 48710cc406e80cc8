import { DomainError } from '../errors.ts';

export type WhatIfErrorCode =
  | 'what-if.unknown-role-profile'
  | 'what-if.levels-do-not-match'
  | 'what-if.duplicate-change'
  | 'what-if.nothing-to-remove'
  | 'what-if.invalid-level';

export class WhatIfError extends DomainError<WhatIfErrorCode> {}
