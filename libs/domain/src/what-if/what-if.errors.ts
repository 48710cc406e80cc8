import { DomainError } from '../errors.ts';

export type WhatIfErrorCode =
  | 'what-if.invalid-roles'
  | 'what-if.invalid-members'
  | 'what-if.invalid-most'
  | 'what-if.unknown-role-profile'
  | 'what-if.levels-do-not-match'
  | 'what-if.invalid-workers'
  | 'what-if.invalid-taking'
  | 'what-if.invalid-cover'
  | 'what-if.invalid-change'
  | 'what-if.duplicate-change'
  | 'what-if.nothing-to-remove'
  | 'what-if.invalid-level';

export class WhatIfError extends DomainError<WhatIfErrorCode> {}
