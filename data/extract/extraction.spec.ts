import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readCheckedIn } from './checked-in.ts';
import { DATA_FILES, toFiles } from './data-set-files.ts';
import { extract } from './extraction.ts';
import { lineDifferences } from './line-differences.ts';

/** The text of the report is not checked in; where it is at hand, this names its file. */
const source = process.env['AMS_600_20_TEXT'] ?? '';
const withSource = source === '' ? test.skip : test;

describe('the full extraction (needs AMS_600_20_TEXT)', () => {
  withSource('makes what is checked in, line by line', async () => {
    const made = toFiles(extract(await readFile(source, 'utf8')));
    const checkedIn = await readCheckedIn();
    for (const file of DATA_FILES) expect(lineDifferences(checkedIn[file], made[file])).toEqual([]);
  });

  withSource('stops when a declared reading finds nothing to read', async () => {
    const text = await readFile(source, 'utf8');
    const corrected = text.replace(
      'Quality Managers - Electronics - Electronics',
      'Quality Managers - Electronics',
    );
    expect(() => extract(corrected)).toThrow('4.2.04.02');
  });

  withSource('stops when the running text no longer says what is declared', async () => {
    const text = await readFile(source, 'utf8');
    expect(() => extract(text.replace('99 of which have unique names', 'many with unique names'))).toThrow(
      'Section 2.2',
    );
  });

  withSource('release.json attributes the report in its own words', async () => {
    const text = (await readFile(source, 'utf8')).replace(/[<>]/g, '').replace(/\s+/g, ' ');
    const release = await readFile(
      new URL('../manufacturing-usa-2025/release.json', import.meta.url),
      'utf8',
    );
    const { release: described } = JSON.parse(release) as { release: { attribution: string; title: string } };
    expect(text.includes(described.attribution)).toBe(true);
    expect(text.includes(described.title)).toBe(true);
  });
});
