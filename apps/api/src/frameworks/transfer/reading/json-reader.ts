import { z } from 'zod';
import { type AssembledList, type ReleaseAssembly } from '#domain';
import { issueWords } from '#platform/http/issue-words';
import { UnreadableFile } from '../files/unreadable-file.ts';
import type { JsonElement } from '../formats/json-elements.ts';
import type { FileProblems } from './file-problems.ts';
import { MOST_ROWS, type ReadHead } from './read-file.ts';
import { faultsOf, jsonLists, jsonParts, jsonRows } from './row-schemas.ts';

/** Reads the project's own JSON, element by element, into an assembly. */
export class JsonReader {
  head: ReadHead = {};
  #rows = 0;

  constructor(
    private readonly assembly: ReleaseAssembly,
    private readonly problems: FileProblems,
  ) {}

  take({ key, index, value }: JsonElement): void {
    if (index === null) {
      this.part(key, value);
      return;
    }
    this.#rows += 1;
    if (this.#rows > MOST_ROWS)
      throw new UnreadableFile(`has more than ${MOST_ROWS.toLocaleString('en')} rows`);
    this.row(key as AssembledList, index + 1, value);
  }

  /** Every part must be there: what is lossless leaves nothing out. */
  end(keys: ReadonlySet<string>): void {
    for (const key of [...Object.keys(jsonParts), ...jsonLists])
      if (!keys.has(key)) this.tell(key, null, null, 'is missing');
  }

  tell(list: string, row: number | null, field: string | null, problem: string): void {
    const at = `/${[list, row === null ? null : row - 1, field].filter((part) => part !== null).join('/')}`;
    this.problems.add({ sheet: list, row, column: field, at, problem });
  }

  private part(key: string, value: unknown): void {
    if (!Object.hasOwn(jsonParts, key)) {
      this.tell(key, null, null, 'is not known');
      return;
    }
    const schema = jsonParts[key as keyof typeof jsonParts];
    const parsed = schema.safeParse(value, { error: issueWords });
    if (!parsed.success) {
      for (const { field, problem } of faultsOf(parsed.error.issues)) this.tell(key, null, field, problem);
    } else if (key === 'framework') {
      this.head = { ...this.head, framework: parsed.data as z.output<typeof jsonParts.framework> };
    } else if (key === 'release') {
      this.head = { ...this.head, ...(parsed.data as z.output<typeof jsonParts.release>) };
    }
  }

  private row(list: AssembledList, row: number, value: unknown): void {
    const { assembly } = this;
    const sound = <Row>(schema: z.ZodType<Row>): Row | null => {
      const parsed = schema.safeParse(value, { error: issueWords });
      if (parsed.success) return parsed.data;
      for (const { field, problem } of faultsOf(parsed.error.issues)) this.tell(list, row, field, problem);
      this.unsound(list, value);
      return null;
    };
    switch (list) {
      case 'areas': {
        const area = sound(jsonRows.areas);
        if (area !== null) assembly.area(row, area);
        return;
      }
      case 'items': {
        const item = sound(jsonRows.items);
        if (item === null) return;
        const { parent, ...rest } = item;
        assembly.item(row, { ...rest, parentKey: parent, key: item.lineage });
        return;
      }
      case 'occupations': {
        const occupation = sound(jsonRows.occupations);
        if (occupation !== null) assembly.occupation(row, { ...occupation, key: occupation.lineage });
        return;
      }
      case 'selections': {
        const selection = sound(jsonRows.selections);
        if (selection !== null) assembly.selection(row, selection);
        return;
      }
      case 'successions': {
        const succession = sound(jsonRows.successions);
        if (succession !== null) assembly.succession(row, succession);
      }
    }
  }

  private unsound(list: AssembledList, value: unknown): void {
    const { lineage, code } = (value ?? {}) as { lineage?: unknown; code?: unknown };
    if (list === 'items' && typeof lineage === 'string')
      this.assembly.unsound('items', lineage.toLowerCase());
    if (list === 'occupations' && typeof lineage === 'string')
      this.assembly.unsound('occupations', lineage.toLowerCase());
    if (list === 'areas' && typeof code === 'string') this.assembly.unsound('areas', code);
  }
}
