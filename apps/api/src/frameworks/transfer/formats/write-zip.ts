import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZippedFile {
  readonly name: string;
  pieces(): Iterable<Buffer>;
}

/** Not the time of day: the same release is the same file. */
const MADE = new Date('2000-01-01T12:00:00Z');

/** Packed as it is read: no file is in memory whole. */
export function zipped(files: readonly ZippedFile[]): Readable {
  const zip = new ZipFile();
  for (const { name, pieces } of files) {
    zip.addReadStreamLazy(name, { mtime: MADE }, (give) => give(null, Readable.from(pieces())));
  }
  zip.end();
  return zip.outputStream as Readable;
}
