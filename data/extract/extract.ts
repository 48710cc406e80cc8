/**
 * Makes the data set from the text of NIST AMS 600-20:
 *   node data/extract/extract.ts --source FILE [--check]
 * With --check nothing is written; it fails, with the lines that differ, when what is checked in is not what it makes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { pathOf, readCheckedIn } from './checked-in.ts';
import { DATA_FILES, toFiles } from './data-set-files.ts';
import { extract } from './extraction.ts';
import { lineDifferences } from './line-differences.ts';

const { values } = parseArgs({
  options: { source: { type: 'string' }, check: { type: 'boolean', default: false } },
});
if (values.source === undefined) {
  console.error('usage: node data/extract/extract.ts --source FILE [--check]');
  process.exit(2);
}

const made = toFiles(extract(await readFile(values.source, 'utf8')));
if (values.check) {
  const checkedIn = await readCheckedIn();
  for (const file of DATA_FILES) {
    const differing = lineDifferences(checkedIn[file], made[file]);
    if (differing.length === 0) continue;
    console.error(`${file}: checked in (-), made from the source (+)\n${differing.join('\n')}`);
    process.exitCode = 1;
  }
} else {
  for (const file of DATA_FILES) await writeFile(pathOf(file), made[file]);
}
