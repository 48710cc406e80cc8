import type { Item } from '../providers/records.ts';
import type { EditedRequirement } from './requirementEditing.ts';

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
): Competency<Row>[] {
  const titles = new Map(items.map((item) => [item.code, item.title]));
  const groups = new Map<string, Competency<Row>>();
  for (const row of rows) {
    const code = codeOf(row).split('.').slice(0, 2).join('.');
    const group = groups.get(code);
    if (group === undefined) groups.set(code, { code, title: titles.get(code) ?? code, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

export const editedCode = (row: EditedRequirement): string => row.saved.ksaCode;
