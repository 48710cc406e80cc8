import { isList, isListOfRecords, isRecord } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';
import type { AnalysedArea, AnalysedItem, CompiledRelease } from './analysed-release.ts';

/** What a row or a column is about. A `measure` is a column that only its analysis knows, worded by whoever shows it. */
export interface FigureEntry {
  readonly of: 'area' | 'item' | 'occupation' | 'number' | 'measure';
  /** An item's or occupation's id, an area's code, a number, a measure's name. Unique in its figure. */
  readonly key: string;
  /** Of items and areas. */
  readonly code: string | null;
  readonly title: string;
}

/** Rows by columns: a table, a heat map or bars, as it is shown. */
export interface Figure {
  readonly rows: readonly FigureEntry[];
  readonly columns: readonly FigureEntry[];
  readonly values: readonly (readonly number[])[];
}

export const ofItem = ({ id, code, title }: AnalysedItem): FigureEntry => ({
  of: 'item',
  key: id,
  code,
  title,
});

export const ofArea = ({ code, name }: AnalysedArea): FigureEntry => ({
  of: 'area',
  key: code,
  code,
  title: name,
});

export const measure = (key: string): FigureEntry => ({ of: 'measure', key, code: null, title: '' });

export const ofNumber = (value: number): FigureEntry => ({
  of: 'number',
  key: String(value),
  code: null,
  title: '',
});

/** Its area is told by the title, as the source prints it: the two together are the occupation. */
export function ofOccupation({ occupations, areas, areaOf }: CompiledRelease, place: number): FigureEntry {
  const occupation = occupations[place];
  const area = areas[areaOf[place] ?? -1]?.name ?? occupation?.technologyArea ?? '';
  return {
    of: 'occupation',
    key: occupation?.id ?? '',
    code: null,
    title: `${occupation?.title ?? ''} - ${area}`,
  };
}

/** The figure with its rows in another order, or some of them; `places` are those of the rows kept. */
export function withRows({ rows, columns, values }: Figure, places: readonly number[]): Figure {
  return {
    columns,
    rows: places.flatMap((place) => rows[place] ?? []),
    values: places.flatMap((place) => [values[place] ?? []]),
  };
}

/** Throws `frameworks.invalid-figure`, naming the place, unless it has a number for each of its rows and columns. */
export function assertFigure(figure: Figure): void {
  if (!isRecord(figure)) throw invalidFigure('There is no figure.', '/figure');
  const { rows, columns, values } = figure;
  assertEntries(rows, '/figure/rows');
  assertEntries(columns, '/figure/columns');
  const isTable =
    isList(values) &&
    values.length === rows.length &&
    values.every((cells) => isList(cells) && cells.length === columns.length && cells.every(Number.isFinite));
  if (!isTable) throw invalidFigure('A figure has a number in each cell.', '/figure/values');
}

function assertEntries(entries: readonly FigureEntry[], pointer: string): void {
  if (!isListOfRecords(entries)) throw invalidFigure('Rows and columns are lists of entries.', pointer);
  for (const [place, { key, code, title }] of entries.entries()) {
    const isNamed = typeof key === 'string' && typeof title === 'string';
    if (!isNamed || (code !== null && typeof code !== 'string'))
      throw invalidFigure('An entry of a figure has no name.', `${pointer}/${place}`);
  }
}

function invalidFigure(message: string, pointer: string): FrameworksError {
  return new FrameworksError('frameworks.invalid-figure', message, pointer);
}
