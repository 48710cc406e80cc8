import { areaNamed } from './area-names.ts';
import type { TechnologyArea } from './framework.ts';

/** One printed line of a cell: "Mechanical Engineers - Materials". */
export interface Mention {
  readonly title: string;
  readonly technologyArea: TechnologyArea;
  readonly dash: string;
  readonly printed: string;
}

const MENTION = /\s*(.+?)\s+([-–])\s+(BioMFG|Digital\/Auto|Electronics|Materials|Energy\/Process)(?=\s|$)/gy;

/**
 * The lines of a cell, which the text runs together: each ends with a dash and the name of an area.
 * Whatever that leaves over, or a title with a dash of its own, is a misprint that no reading has settled.
 */
export function readOccupationCell(code: string, cell: string): Mention[] {
  const mentions: Mention[] = [];
  let end = 0;
  for (const found of cell.matchAll(MENTION)) {
    const [whole, title = '', dash = '', area = ''] = found;
    if (/\s[-–]\s/.test(title)) throw new Error(`Table 19, ${code}: two dashes in "${whole.trim()}"`);
    mentions.push({ title, technologyArea: areaNamed(area), dash, printed: whole.trim() });
    end = found.index + whole.length;
  }
  const rest = cell.slice(end).trim();
  if (rest !== '') throw new Error(`Table 19, ${code}: no technology area after "${rest}"`);
  return mentions;
}
