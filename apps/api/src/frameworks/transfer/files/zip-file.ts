import { open } from 'node:fs/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from './unreadable-file.ts';

/** A workbook of six sheets has some twenty. */
const MOST_ENTRIES = 1_000;

/** All that is read of one file: several times a release of 50,000 rows. */
const MOST_UNZIPPED_BYTES = 192 * 1024 * 1024;

/** Sheets of a release are packed to a tenth, of nothing but repetition to a hundredth; a bomb to a thousandth. */
const MOST_RATIO = 150;

/** Below this no ratio does any harm. */
const HARMLESS_BYTES = 4 * 1024 * 1024;

const NO_ZIP = 'is no ZIP file, which an XLSX file is as well';
const OLD_WORKBOOK =
  'is a workbook of the old kind (.xls), or one with a password: save it as XLSX without one';

/** A ZIP file that nobody trusts: what it says of its sizes is counted while it is read. */
export class ZipContents {
  #unzipped = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<ZipContents> {
    await assertZip(path);
    const zip = await openPromise(path, { autoClose: false }).catch(asUnreadable);
    try {
      if (zip.entryCount > MOST_ENTRIES)
        throw new UnreadableFile(`holds ${zip.entryCount} files; no release has so many`);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName)) throw new UnreadableFile(`holds ${entry.fileName} twice`);
        entries.set(entry.fileName, entry);
      }
      return new ZipContents(zip, entries);
    } catch (error) {
      zip.close();
      return asUnreadable(error);
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of one file of it, as they are unpacked. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new UnreadableFile(`lacks ${name}`);
    if (entry.isEncrypted()) throw new UnreadableFile('is protected by a password');
    const stream = await this.zip.openReadStreamPromise(entry).catch(asUnreadable);
    let unzipped = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        unzipped += piece.length;
        this.#unzipped += piece.length;
        const ratio = unzipped / Math.max(1, entry.compressedSize);
        if (unzipped > HARMLESS_BYTES && ratio > MOST_RATIO)
          throw new UnreadableFile(
            `unpacks ${name} to more than ${MOST_RATIO} times its size: no release does`,
          );
        if (this.#unzipped > MOST_UNZIPPED_BYTES)
          throw new UnreadableFile(`unpacks to more than ${MOST_UNZIPPED_BYTES / 1024 / 1024} MB`);
        yield piece;
      }
    } catch (error) {
      asUnreadable(error);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function assertZip(path: string): Promise<void> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close());
  const begin = buffer.toString('latin1');
  if (begin === '\xd0\xcf\x11\xe0') throw new UnreadableFile(OLD_WORKBOOK);
  if (!begin.startsWith('PK')) throw new UnreadableFile(NO_ZIP);
}

/** What yauzl and zlib say of a file's shape is the file's fault; the rest is ours. */
function asUnreadable(error: unknown): never {
  if (error instanceof UnreadableFile) throw error;
  const { code, message } = error as { code?: string; message?: string };
  if (code !== undefined && !code.startsWith('Z_')) throw error;
  throw new UnreadableFile(`is a broken ZIP file: ${message ?? ''}`);
}
