import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './part.ts';
import { runProgram } from './program.ts';

const ESLINT = 'node_modules/eslint/bin/eslint.js';
const KNIP = 'node_modules/knip/bin/knip.js';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const TSC = 'node_modules/typescript/bin/tsc';

const PROJECTS = [
  'tsconfig.json',
  'libs/domain/tsconfig.json',
  'libs/domain/tsconfig.spec.json',
  'apps/admin/tsconfig.json',
  'test/browser/tsconfig.json',
];

/** What is seen without running the product. */
export function staticParts(root: string): Record<'format' | 'lint' | 'types' | 'unused', Part> {
  return {
    format: program(root, 'format', [[PRETTIER, '--check', '--log-level=warn', '.']]),
    lint: program(root, 'lint', [[ESLINT, '--max-warnings=0', '.']]),
    types: program(
      root,
      'types',
      PROJECTS.filter((project) => existsSync(join(root, project))).map((project) => [
        TSC,
        '--noEmit',
        '-p',
        project,
      ]),
    ),
    unused: program(root, 'unused', [[KNIP, '--no-progress']]),
  };
}

function program(root: string, name: string, commands: readonly (readonly string[])[]): Part {
  return {
    name,
    async run(signal) {
      const outcome = { passed: 1, failed: 0, skipped: 0, seconds: 0, output: '' };
      for (const command of commands) {
        const { status, output, seconds } = await runProgram(root, command, { signal });
        outcome.seconds += seconds;
        outcome.output += output;
        if (status !== 0) Object.assign(outcome, { passed: 0, failed: 1 });
      }
      return outcome;
    },
  };
}
