import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipContents } from '../../apps/api/src/frameworks/transfer/files/zip-file.ts';

/** What a ZIP file holds, as text by name. */
export async function zipParts(zip: Buffer): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'parts-'));
  const path = join(folder, 'file.zip');
  await writeFile(path, zip);
  const contents = await ZipContents.open(path);
  const parts = new Map<string, string>();
  for (const name of contents.names) {
    const pieces: Buffer[] = [];
    for await (const piece of contents.read(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces).toString());
  }
  contents.close();
  await rm(folder, { recursive: true });
  return parts;
}
