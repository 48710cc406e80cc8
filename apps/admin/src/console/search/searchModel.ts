import type { FrameworkHit } from '../providers/records.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** A text cut at what was found in it. */
export function piecesOf(text: string, field: string, highlights: FrameworkHit['highlights']): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { field: of, start, end } of highlights) {
    if (of !== field) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** Where a hit is to be seen in the console. */
export const addressOf = ({ kind, id }: Pick<FrameworkHit, 'kind' | 'id'>): string =>
  kind === 'occupation' ? `/occupations/${id}/show` : `/framework/${id}`;

/** Which of the hits an arrow key goes to; null: it is no key of the list. At an end it goes on at the other. */
export function stepOf(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    default:
      return null;
  }
}
