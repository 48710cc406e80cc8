import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const PAGES = resolve(import.meta.dirname, '../../dist/apps/admin');
/** A kilobyte is 1,000 bytes here, the stricter reading. */
const MOST = 100_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Everything that the entry can ever load, what it loads later included. */
function reachable(
  manifest: Readonly<Record<string, Chunk>>,
  entry: string,
  found = new Set<string>(),
): Set<string> {
  const chunk = manifest[entry];
  if (chunk === undefined || found.has(entry)) return found;
  found.add(entry);
  for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])])
    reachable(manifest, next, found);
  return found;
}

describe('the light entry', () => {
  const manifest = JSON.parse(readFileSync(join(PAGES, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;

  it('is at most 100 kB of JavaScript, compressed, with every chunk that its pages load', () => {
    const files = new Set([...reachable(manifest, 'index.html')].map((key) => manifest[key]?.file ?? ''));
    const sizes = [...files]
      .filter((file) => file.endsWith('.js'))
      .map((file) => gzipSync(readFileSync(join(PAGES, file))).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST);
  });
});
