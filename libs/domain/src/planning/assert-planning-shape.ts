import { assertCompiled } from '../gaps/role-profile.ts';
import { isListOfRecords, isRecord, isWhole } from '../given.ts';
import { assertIds } from '../training/programme-shape.ts';
import { PlanningError } from './planning.errors.ts';
import type { PlanningEffort, PlanningInput } from './training-plan.ts';

const mostNodes = 10_000_000_000;

/**
 * Throws a typed error that names the place unless there are lists of compiled profiles, workers, programmes and
 * sessions, and a whole number of nodes: what must hold before their fields are looked at.
 */
export function assertPlanningShape(input: PlanningInput, effort: PlanningEffort): void {
  assertEffort(effort);
  if (!isRecord(input)) throw invalidInput('There is nothing to plan by.', '');
  for (const name of ['profiles', 'workers', 'programmes', 'sessions'] as const)
    if (!isListOfRecords(input[name])) throw invalidInput(`The ${name} are a list of objects.`, `/${name}`);
  for (const [index, profile] of input.profiles.entries()) assertCompiled(profile, `/profiles/${index}`);
  for (const [index, { completed = [] }] of input.workers.entries())
    assertIds(completed, 'training.invalid-completed', `/workers/${index}/completed`);
}

function assertEffort(effort: PlanningEffort): void {
  if (!isRecord(effort)) throw invalidEffort('The effort is said in nodes.', '/effort');
  const { exactNodes = 0 } = effort;
  if (isWhole(exactNodes, 0, mostNodes)) return;
  throw invalidEffort(
    `The search may visit a whole number of nodes, 0 to ${mostNodes}, not ${exactNodes}.`,
    '/effort/exactNodes',
  );
}

function invalidEffort(message: string, pointer: string): PlanningError {
  return new PlanningError('planning.invalid-effort', message, pointer);
}

function invalidInput(message: string, pointer: string): PlanningError {
  return new PlanningError('planning.invalid-input', message, pointer);
}
