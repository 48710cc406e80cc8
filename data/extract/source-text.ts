/** The text of the report, as its conversion left it: some cells keep HTML or Markdown marks. */

/** One cell or line without marks, spaces squeezed. */
export function plain(text: string): string {
  return text
    .replace(/<\/?[a-z][^>]*>/g, ' ')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The lines after the last line that `start` matches, up to the first one after it that `end` matches. */
export function linesBetween(lines: readonly string[], start: RegExp, end: RegExp): string[] {
  // The last match: the table of contents repeats every heading before it.
  const from = lines.findLastIndex((line) => start.test(line));
  if (from < 0) throw new Error(`no line matches ${start.source}`);
  const length = lines.slice(from + 1).findIndex((line) => end.test(line));
  if (length < 0) throw new Error(`no line after "${lines[from]}" matches ${end.source}`);
  return lines.slice(from + 1, from + 1 + length);
}

/** The rows under a table's caption: tabbed lines, up to the first paragraph after them. */
export function tableRows(lines: readonly string[], caption: RegExp): string[][] {
  const from = lines.findLastIndex((line) => caption.test(line));
  if (from < 0) throw new Error(`no line matches ${caption.source}`);
  const rows: string[][] = [];
  for (const line of lines.slice(from + 1)) {
    if (line.trim() === '') continue;
    if (!line.includes('\t')) break;
    rows.push(line.split('\t').map(plain));
  }
  return rows;
}

/** The whole text as one line without marks, in which a statement is found wherever its lines break. */
export function runningText(lines: readonly string[]): string {
  return lines.map(plain).join(' ').replace(/\*/g, '').replace(/\s+/g, ' ');
}

/** Tables 4 to 18 print 4.1.2 where Table 19 and Fig. 7 print 4.1.02. */
export function paddedCode(code: string): string {
  const [tier, competency, ...rest] = code.split('.');
  return [tier, competency, ...rest.map((part) => part.padStart(2, '0'))].join('.');
}

/** The bulleted list after the line that announces it; a page break may leave blank lines in it. */
export function bulletsAfter(lines: readonly string[], announced: RegExp): string[] {
  const from = lines.findIndex((line) => announced.test(line.trim()));
  if (from < 0) throw new Error(`no line matches ${announced.source}`);
  const after = lines.slice(from + 1).filter((line) => line.trim() !== '');
  return after
    .slice(
      0,
      after.findIndex((line) => !line.startsWith('- ')),
    )
    .map((line) => plain(line.slice(2)));
}
