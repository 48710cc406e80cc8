import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DATA_FILES, type DataFile, type DataSet, fromFiles } from './data-set-files.ts';

/** Where the files of the release stand. */
export function pathOf(file: DataFile): string {
  return fileURLToPath(new URL(`../manufacturing-usa-2025/${file}`, import.meta.url));
}

export async function readCheckedIn(): Promise<Record<DataFile, string>> {
  const files = await Promise.all(
    DATA_FILES.map(async (file) => [file, await readFile(pathOf(file), 'utf8')] as const),
  );
  return Object.fromEntries(files) as Record<DataFile, string>;
}

export async function checkedInData(): Promise<DataSet> {
  return fromFiles(await readCheckedIn());
}
