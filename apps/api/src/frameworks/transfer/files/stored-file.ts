import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileBody } from '#platform/http/file-body';
import { fileTooLarge } from '../transfer.errors.ts';

/** What is sent; a release of 50,000 rows is some 15 MB of JSON. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Keeps what is sent on the disk while it is worked with: a ZIP is read from its end, and memory is for others too. */
export async function withStoredFile<Result>(
  body: FileBody,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'release-import-'));
  try {
    const path = join(folder, 'file');
    await pipeline(body.stream, limited, createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* limited(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > MOST_BYTES) throw fileTooLarge(MOST_BYTES);
    yield piece;
  }
}
