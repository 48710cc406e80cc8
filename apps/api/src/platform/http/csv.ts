import type { FastifyReply } from 'fastify';
import { defused } from '#domain';

type Cell = string | number | boolean | null;

/** One row with its line end. (RFC 4180.) Null is an empty cell; no spreadsheet takes one for a formula. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(cellOf).join(',')}\r\n`;
}

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map(csvLine).join('');
}

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = defused(cell);
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
