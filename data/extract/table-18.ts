import { paddedCode } from './source-text.ts';

export interface Definition {
  /** As Table 19 writes it: 4.1.02 for the 4.1.2 that is printed. */
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  readonly provisional: boolean;
}

/** Table 18: the mark "Provisional." stands in the column of sources. */
export function readTable18(rows: readonly (readonly string[])[]): Definition[] {
  return rows
    .filter(([code = '']) => !code.startsWith('Tier'))
    .map((row) => {
      const [code, name, definition, source] = row;
      if (!code || !name || !definition || !source)
        throw new Error(`Table 18: not a row: "${row.join(' | ')}"`);
      return {
        code: paddedCode(code),
        name,
        definition,
        source,
        provisional: /\bProvisional\b/.test(source),
      };
    });
}
