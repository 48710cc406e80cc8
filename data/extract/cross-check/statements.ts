import { reportStatements } from '#domain';
import type { PrintedFigure } from '../framework.ts';
import { runningText } from '../source-text.ts';

/** Numbers that the text spells out; "half" stands for 50 %. */
const IN_WORDS: Readonly<Record<string, string>> = {
  three: '3',
  five: '5',
  six: '6',
  seven: '7',
  thirty: '30',
  half: '50',
};

const NUMBER = `(\\d[\\d,]*|${Object.keys(IN_WORDS).join('|')})`;

/** Every declared statement as the report prints it; a phrase that the text does not have stops the extraction. */
export function readStatements(lines: readonly string[]): PrintedFigure[] {
  const text = runningText(lines);
  return reportStatements().map(({ figure, row, column, phrase }) => {
    const [before = '', after = ''] = phrase.split('{}').map(literal);
    const found = new RegExp(`${before}${NUMBER}${after}`, 'i').exec(text)?.[1];
    if (found === undefined) throw new Error(`${figure}: the text does not say "${phrase}"`);
    return { figure, row, column, printed: IN_WORDS[found.toLowerCase()] ?? found.replaceAll(',', '') };
  });
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
