import type { FastifyReply } from 'fastify';

type Cell = string | number | boolean | null;

// What a spreadsheet would take for a formula is text to it when a mark stands before.
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180, with the line ends that it asks for; null is an empty cell. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands rows back as a file of this name: letters, digits, dots and hyphens. */
export function csvReply(reply: FastifyReply, fileName: string, rows: readonly (readonly Cell[])[]): string {
  void reply.header('content-type', 'text/csv; charset=utf-8');
  void reply.header('content-disposition', `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`);
  return csvOf(rows);
}

/** What the address says, else whether the request would rather have CSV than JSON: it names it first. */
export function wantsCsv(format: 'json' | 'csv' | undefined, accept: string | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  const [first = ''] = (accept ?? '').split(/[,;]/);
  return first.trim().toLowerCase() === 'text/csv';
}
