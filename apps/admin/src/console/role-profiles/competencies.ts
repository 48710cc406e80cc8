import type { Item } from '../providers/records.ts';
import type { EditedRequirement } from './requirementEditing.ts';

/** How what is an organisation's own is coded: `own.1`; it stands together. */
const OWN = 'own';

export interface Competency<Row> {
  code: string;
  title: string;
  rows: Row[];
}

/**
 * Requirements under the competency that their KSA belongs to: the first two parts of its code (4.2.06.09 is of 4.2).
 * Without the framework at hand the code alone stands for the title.
 */
export function byCompetency<Row>(
  rows: readonly Row[],
  codeOf: (row: Row) => string,
  items: readonly Pick<Item, 'code' | 'title'>[],
  ownTitle: string,
): Competency<Row>[] {
  const titles = new Map(items.map((item) => [item.code, item.title]));
  titles.set(OWN, ownTitle);
  const groups = new Map<string, Competency<Row>>();
  for (const row of rows) {
    const code = groupOf(codeOf(row));
    const group = groups.get(code);
    if (group === undefined) groups.set(code, { code, title: titles.get(code) ?? code, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

const groupOf = (code: string): string =>
  code.startsWith(`${OWN}.`) ? OWN : code.split('.').slice(0, 2).join('.');

export const editedCode = (row: EditedRequirement): string => row.saved.ksaCode;
