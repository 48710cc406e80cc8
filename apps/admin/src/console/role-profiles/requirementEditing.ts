import type { Requirement } from '../providers/records.ts';
import { whole } from '../rating-policy/policyModel.ts';

export type RequirementValues = Pick<Requirement, 'requiredLevel' | 'weight' | 'critical' | 'evidence'>;

export interface EditedRequirement {
  /** What the server holds, as far as this page has read it. */
  saved: Requirement;
  /** What was typed and is not saved yet. */
  typed: Partial<RequirementValues>;
  state: 'saved' | 'saving' | 'failed' | 'overtaken';
  problem: string | null;
}

export type EditedRequirements = readonly EditedRequirement[];

export type Edit =
  | { type: 'typed'; ksaCode: string; change: Partial<RequirementValues> }
  | { type: 'saving'; ksaCode: string }
  | { type: 'saved'; ksaCode: string; sent: Partial<RequirementValues>; answer: Requirement }
  | { type: 'failed'; ksaCode: string; problem: string }
  | { type: 'theirs-taken'; ksaCode: string }
  | { type: 'read'; requirements: readonly Requirement[] };

/** What the row shows: what was typed stands over what is saved. */
export const valuesOf = ({ saved, typed }: EditedRequirement): Requirement => ({ ...saved, ...typed });

export const opened = (requirements: readonly Requirement[]): EditedRequirement[] =>
  requirements.map((saved) => ({ saved, typed: {}, state: 'saved', problem: null }));

/**
 * Nothing that was typed is lost: not to a refusal, and not to somebody else's change. When another person has saved
 * first, theirs stands on the server, and each row that was being edited asks which of the two is to hold.
 */
export function edited(rows: EditedRequirements, edit: Edit): EditedRequirements {
  if (edit.type === 'read') return readAgain(rows, edit.requirements);
  return rows.map((row) => (row.saved.ksaCode === edit.ksaCode ? editedRow(row, edit) : row));
}

function editedRow(row: EditedRequirement, edit: Exclude<Edit, { type: 'read' }>): EditedRequirement {
  switch (edit.type) {
    case 'typed': {
      const typed = { ...row.typed, ...edit.change };
      // What is on its way may yet be saved: only then is what stands saved a change.
      return { ...row, typed: row.state === 'saving' ? typed : stillUnsaved(typed, row.saved) };
    }
    case 'saving':
      return { ...row, state: 'saving', problem: null };
    case 'saved':
      return { saved: edit.answer, typed: stillUnsaved(row.typed, edit.sent), state: 'saved', problem: null };
    case 'failed':
      return { ...row, state: 'failed', problem: edit.problem };
    case 'theirs-taken':
      return { ...row, typed: {}, state: 'saved', problem: null };
  }
}

/** What was typed while the request was away differs from what was sent, and waits for the next one. */
function stillUnsaved(
  typed: Partial<RequirementValues>,
  sent: Partial<RequirementValues>,
): Partial<RequirementValues> {
  const fields = Object.keys(typed) as (keyof RequirementValues)[];
  return Object.fromEntries(
    fields.filter((field) => typed[field] !== sent[field]).map((field) => [field, typed[field]]),
  );
}

function readAgain(rows: EditedRequirements, requirements: readonly Requirement[]): EditedRequirement[] {
  const before = new Map(rows.map((row) => [row.saved.ksaCode, row]));
  return requirements.map((saved) => {
    const row = before.get(saved.ksaCode);
    if (row === undefined || Object.keys(row.typed).length === 0)
      return { saved, typed: {}, state: 'saved', problem: null };
    return { saved, typed: row.typed, state: 'overtaken', problem: null };
  });
}

/** Each requirement's part of the whole in tenths of a per cent, rounded down. */
export function shareTenths(weight: number, rows: EditedRequirements): number {
  const sum = weightSum(rows);
  return sum === 0 ? 0 : Math.floor((weight * 1000) / sum);
}

export const weightSum = (rows: EditedRequirements): number =>
  rows.reduce((sum, row) => sum + valuesOf(row).weight, 0);

/** A weight is a whole number 1 to 100; anything else typed is not one yet. */
export function weightOf(text: string): number | null {
  return whole(text, 1, 100);
}
