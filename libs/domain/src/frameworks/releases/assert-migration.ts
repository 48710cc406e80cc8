import { isList, isListOfRecords, isName, isRecord } from '../../given.ts';
import { assertRow, assertRows } from '../rows.ts';
import { itemFields } from './assert-release-content.ts';
import { MigrationError, type MigrationErrorCode } from './migration.errors.ts';
import { assertSound } from './migration-requirement.ts';
import type { MigrationDecision, MigrationStep } from './migration-step.ts';

/** Throws a typed error that names the place unless they are steps as `planMigration` makes them. */
export function assertSteps(steps: readonly MigrationStep[]): void {
  if (!isListOfRecords(steps)) throw invalid('migration.invalid-step', 'Steps come as a list.', '/steps');
  for (const [place, step] of steps.entries()) assertStep(step, `/steps/${place}`);
}

function assertStep(step: MigrationStep, at: string): void {
  switch (step.kind) {
    case 'kept': {
      assertRow(step.before, itemFields, 'item', `${at}/before`);
      assertRow(step.after, itemFields, 'item', `${at}/after`);
      assertSound(step.requirement, step.before, `${at}/requirement`);
      return;
    }
    case 'split': {
      assertRow(step.before, itemFields, 'item', `${at}/before`);
      assertRows(step.parts, itemFields, 'item', `${at}/parts`);
      assertSound(step.requirement, step.before, `${at}/requirement`);
      break;
    }
    case 'retired': {
      assertRow(step.before, itemFields, 'item', `${at}/before`);
      assertRows(step.replacements, itemFields, 'item', `${at}/replacements`);
      assertSound(step.requirement, step.before, `${at}/requirement`);
      break;
    }
    case 'merged': {
      assertRow(step.into, itemFields, 'item', `${at}/into`);
      assertRows(step.from, itemFields, 'item', `${at}/from`);
      if (!isList(step.requirements))
        throw invalid('migration.invalid-step', 'Requirements come as a list.', `${at}/requirements`);
      for (const [place, requirement] of step.requirements.entries())
        assertSound(requirement, step.into, `${at}/requirements/${place}`);
      break;
    }
    default:
      throw invalid(
        'migration.invalid-step',
        `Nothing is "${String((step as { kind: unknown }).kind)}" in a migration.`,
        `${at}/kind`,
      );
  }
  const { proposal } = step;
  if (!isRecord(proposal) || !isName(proposal.lineage))
    throw invalid('migration.invalid-step', `What is ${step.kind} has no proposal.`, `${at}/proposal`);
}

/** Throws `migration.invalid-decision`, naming the place, unless each decides something; ranges are for who asks. */
export function assertDecisions(decisions: readonly MigrationDecision[]): void {
  const refuse = (message: string, pointer: string): never => {
    throw invalid('migration.invalid-decision', message, pointer);
  };
  if (!isListOfRecords(decisions)) refuse('Decisions come as a list.', '/decisions');
  for (const [place, decision] of decisions.entries()) {
    const at = `/decisions/${place}`;
    if (!isName(decision.lineage)) refuse(`Decision ${place + 1} is about no KSA.`, `${at}/lineage`);
    switch (decision.kind) {
      case 'split':
        if (!isListOfRecords(decision.parts)) refuse('The parts come as a list.', `${at}/parts`);
        break;
      case 'merged':
        if (typeof decision.critical !== 'boolean')
          refuse(`${decision.lineage} is critical or not, yes or no.`, `${at}/critical`);
        break;
      case 'retired':
        if (!isList(decision.replacedBy)) refuse('Replacements come as a list.', `${at}/replacedBy`);
        break;
      default:
        refuse(`Decision ${place + 1} decides nothing that there is.`, `${at}/kind`);
    }
  }
}

function invalid(code: MigrationErrorCode, message: string, pointer: string): MigrationError {
  return new MigrationError(code, message, pointer);
}
