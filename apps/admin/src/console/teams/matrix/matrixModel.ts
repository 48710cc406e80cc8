import { type MatrixCell, type MatrixCells, readMatrixCell } from '#domain';
import { labelOf } from '../../../look/gapWords.ts';
import { capital, day, lower } from '../../../look/numbers.ts';
import type { SkillsMatrix } from '../../providers/records.ts';
import type { Place } from '../../grid/place.ts';
import type { Text } from '../../providers/useText.ts';

/** One role of a worker, with how ready they are for it; numerators over `denominator`. */
export interface RoleReadiness {
  roleProfileId: string;
  roleProfileName: string;
  low: number;
  high: number;
  denominator: number;
}

/** The answer's byte columns, ready to be asked cell by cell. */
export interface MatrixView {
  data: SkillsMatrix;
  rows: number;
  columns: number;
  cellAt: (place: Place) => MatrixCell;
  /** The two bytes of a cell as one number: cells that look the same have the same. */
  lookOf: (place: Place) => number;
  /** The day on which the rating of a marked cell ends or has ended. */
  endOf: (place: Place) => string | null;
  /** Of each row, the least ready role first. */
  readinessOf: (row: number) => readonly RoleReadiness[];
}

export function matrixView(data: SkillsMatrix): MatrixView {
  const cells: MatrixCells = { levels: bytesOf(data.levels), marks: bytesOf(data.marks) };
  const rows = data.workers.id.length;
  const ends = new Map(data.expiries.cell.map((cell, index) => [cell, data.expiries.on[index] ?? null]));
  const readiness = readinessByRow(data, rows);
  const indexOf = ({ row, column }: Place): number => column * rows + row;
  return {
    data,
    rows,
    columns: data.ksas.length,
    cellAt: (place) => readMatrixCell(cells, indexOf(place)),
    lookOf: (place) => {
      const index = indexOf(place);
      return ((cells.levels[index] ?? 0) << 8) | (cells.marks[index] ?? 0);
    },
    endOf: (place) => ends.get(indexOf(place)) ?? null,
    readinessOf: (row) => readiness[row] ?? [],
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function readinessByRow({ readiness, roleProfiles }: SkillsMatrix, rows: number): RoleReadiness[][] {
  const byRow = Array.from({ length: rows }, (): RoleReadiness[] => []);
  readiness.row.forEach((row, index) => {
    const role = roleProfiles[readiness.roleProfile[index] ?? -1];
    if (role === undefined) return;
    byRow[row]?.push({
      roleProfileId: role.roleProfile.id,
      roleProfileName: role.roleProfile.name,
      low: readiness.low[index] ?? 0,
      high: readiness.high[index] ?? 0,
      denominator: role.denominator,
    });
  });
  for (const roles of byRow)
    roles.sort((one, other) => one.low * other.denominator - other.low * one.denominator);
  return byRow;
}

/** Neither asked for, nor attained, nor ever rated: nothing to draw. */
export const isBlank = ({ attained, requiredLevel, expiry }: MatrixCell): boolean =>
  attained === null && requiredLevel === null && expiry !== 'expired';

/** A cell in words, as the strip below the matrix and a screen reader say it. */
export function cellWords(text: Text, { cellAt, endOf, data }: MatrixView, place: Place): string {
  const cell = cellAt(place);
  const { attained, requiredLevel, critical, verified, expiry } = cell;
  const end = endOf(place);
  const isMet = attained !== null && requiredLevel !== null && attained >= requiredLevel;
  const words = [
    levelWords(text, data.scale, cell),
    critical && text('matrix.cell.critical'),
    isMet && !verified && text('matrix.cell.notVerified'),
    expiry === 'soon' && end !== null && text('matrix.cell.soon', { date: day(end) }),
    expiry === 'expired' && end !== null && text('matrix.cell.expired', { date: day(end) }),
  ];
  return words.filter((word) => word !== false).join(' · ');
}

function levelWords(
  text: Text,
  scale: SkillsMatrix['scale'],
  cell: Pick<MatrixCell, 'attained' | 'requiredLevel' | 'expiry'>,
): string {
  const { attained, requiredLevel } = cell;
  if (attained === null) {
    if (requiredLevel !== null)
      return text('matrix.cell.notAssessed', {
        level: requiredLevel,
        required: lower(labelOf(scale, requiredLevel)),
      });
    return text(
      isBlank({ ...cell, verified: false, critical: false })
        ? 'matrix.cell.nothing'
        : 'matrix.cell.notRequiredUnknown',
    );
  }
  const words = { attained: capital(labelOf(scale, attained)) };
  if (requiredLevel === null) return text('matrix.cell.notRequired', words);
  if (attained === requiredLevel) return text('matrix.cell.met', words);
  const required = lower(labelOf(scale, requiredLevel));
  return attained < requiredLevel
    ? text('matrix.cell.short', { ...words, smart_count: requiredLevel - attained, required })
    : text('matrix.cell.above', { ...words, smart_count: attained - requiredLevel, required });
}
