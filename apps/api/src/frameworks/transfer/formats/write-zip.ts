import { PassThrough, Readable } from 'node:stream';
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
  for (const file of files) {
    zip.addReadStreamLazy(file.name, { mtime: MADE }, (give) => give(null, Readable.from(file.pieces())));
  }
  zip.end();
  const packed = new PassThrough();
  zip.once('error', (error: Error) => packed.destroy(error));
  zip.outputStream.pipe(packed);
  return packed;
}
