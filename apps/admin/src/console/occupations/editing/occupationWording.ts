import type { OccupationDetail } from '../../providers/records.ts';

/** What is typed of an occupation. */
export interface OccupationWording {
  title: string;
  /** By its code. */
  technologyArea: string;
  definition: string;
  selectedBy: string;
  roleFamily: string;
}

export const occupationWordingOf = (occupation: OccupationDetail): OccupationWording => ({
  title: occupation.title,
  technologyArea: occupation.technologyArea,
  definition: occupation.definition ?? '',
  selectedBy: String(occupation.selectedBy),
  roleFamily: occupation.roleFamily ?? '',
});

const FIELDS = ['title', 'technologyArea', 'definition', 'selectedBy', 'roleFamily'] as const;

export const changedOccupationFields = (before: OccupationWording, after: OccupationWording) =>
  FIELDS.filter((field) => before[field] !== after[field]);

/** What is empty is not there; what is no number is sent as it is, for the server to say so. */
export const occupationToSend = (value: OccupationWording) => ({
  title: value.title,
  technologyArea: value.technologyArea,
  definition: value.definition.trim() === '' ? null : value.definition,
  selectedBy: /^\d+$/.test(value.selectedBy.trim()) ? Number(value.selectedBy) : value.selectedBy,
  roleFamily: value.roleFamily.trim() === '' ? null : value.roleFamily,
});

/** Only what was changed, so that what another has changed beside it stays. */
export function occupationChanges(
  before: OccupationWording,
  after: OccupationWording,
): Record<string, unknown> {
  const sent: Record<string, unknown> = occupationToSend(after);
  return Object.fromEntries(changedOccupationFields(before, after).map((field) => [field, sent[field]]));
}
