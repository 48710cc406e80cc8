import { DomainError } from '../../errors.ts';

export type MigrationErrorCode =
  | 'migration.invalid-requirement'
  | 'migration.invalid-step'
  | 'migration.invalid-decision'
  | 'migration.unknown-requirement'
  | 'migration.duplicate-requirement'
  | 'migration.decision-missing'
  | 'migration.duplicate-decision'
  | 'migration.nothing-to-decide'
  | 'migration.no-part'
  | 'migration.unknown-part'
  | 'migration.duplicate-part'
  | 'migration.level-off-scale'
  | 'migration.invalid-weight'
  | 'migration.invalid-evidence';

/** A role profile cannot be moved to another release as it was asked to; the message names the requirement. */
export class MigrationError extends DomainError<MigrationErrorCode> {}
