import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..');

const rulesSchema = z.array(z.array(z.string()));

/** Each plants one line where it must not stand; the lint that runs over everything has to say so. */
const FORBIDDEN = [
  ['a feature that imports a later one', 'apps/api/src/roles', `export { GapsService } from '#gaps';`],
  [
    'the platform that imports a feature',
    'apps/api/src/platform',
    `export { WorkforceModule } from '#workforce';`,
  ],
  ['a feature that imports the demonstration', 'apps/api/src/training', `import '#demonstration';`],
  [
    'a relative import across features',
    'apps/api/src/gaps',
    `export { RolesModule } from '../roles/index.ts';`,
  ],
  ['the domain that imports the API', 'libs/domain/src', `export { GapsService } from '#gaps';`],
  [
    'the domain that imports the platform',
    'libs/domain/src',
    `export { Refusal } from '#platform/problem/refusal';`,
  ],
  ['the console that imports the API', 'apps/admin/src/look', `export { GapsService } from '#gaps';`],
  ['a migration that imports a feature', 'migrations', `export { RolesModule } from '#roles';`],
] as const;

const RESTRICTED = [
  ['a data source outside the platform', 'apps/api/src/roles', `export { DataSource } from 'typeorm';`],
  ['an injected repository', 'apps/api/src/gaps', `export { InjectRepository } from '@nestjs/typeorm';`],
  ['a pool of connections', 'apps/api/src/training', `export { Pool } from 'pg';`],
  ['a clock in the domain', 'libs/domain/src', 'export const now = () => new Date();'],
  ['chance in the domain', 'libs/domain/src', 'export const chance = () => Math.random();'],
] as const;

const ALLOWED = [
  ['a feature that imports an earlier one', 'apps/api/src/gaps', `export { RolesModule } from '#roles';`],
  ['a feature that imports the domain', 'apps/api/src/roles', `export type * from '#domain';`],
  ['the console that imports the domain', 'apps/admin/src/look', `export type * from '#domain';`],
] as const;

type Planted = readonly [what: string, folder: string, line: string];

/** Which rules each line breaks, where it is planted. */
function lint(lines: readonly Planted[]): string[][] {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/support/lint-planted.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    input: JSON.stringify(lines.map(([, folder, line]) => ({ path: join(folder, 'planted.ts'), line }))),
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (stdout === '') throw new Error(stderr);
  return rulesSchema.parse(JSON.parse(stdout));
}

const named = (lines: readonly Planted[]) => lines.map(([what]) => what);

describe('the arrows between rooms', () => {
  const planted = [...FORBIDDEN, ...RESTRICTED, ...ALLOWED];
  let broken: Map<string, string[]>;

  beforeAll(() => {
    const rules = lint(planted);
    broken = new Map(planted.map(([what], index) => [what, rules[index] ?? []]));
  }, 60_000);

  it.each(named(FORBIDDEN))('lint refuses %s', (what) => {
    expect(broken.get(what)).toContain('@nx/enforce-module-boundaries');
  });

  it.each(named(RESTRICTED))('lint refuses %s', (what) => {
    expect(broken.get(what)).toEqual(expect.arrayContaining([expect.stringMatching(/^no-restricted-/)]));
  });

  it.each(named(ALLOWED))('lint has nothing against %s', (what) => {
    expect(broken.get(what)).toEqual([]);
  });

  it('every feature stands in the order, and none is without its tag', () => {
    const order = readFileSync(join(ROOT, 'docs/decisions/0001-walking-product.md'), 'utf8');
    for (const name of [
      'identity',
      'frameworks',
      'workforce',
      'roles',
      'assessments',
      'gaps',
      'training',
      'demonstration',
    ]) {
      const { tags } = z
        .object({ tags: z.array(z.string()) })
        .parse(JSON.parse(readFileSync(join(ROOT, 'apps/api/src', name, 'project.json'), 'utf8')));
      expect(tags).toEqual([`feature:${name}`]);
      expect(order).toContain(`\`${name}\``);
    }
  });
});
