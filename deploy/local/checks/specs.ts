import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Outcome, Part } from './part.ts';
import { runProgram } from './program.ts';

const JEST = 'node_modules/jest/bin/jest.js';
/** ES modules in Jest; a spec's own database and the swc compiler need nothing else. */
const JEST_ENVIRONMENT = {
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
};

const resultsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** One project of jest.config.ts. Parts run beside each other, so that each keeps to one process. */
export function specs(root: string, project: string, environment: Record<string, string> = {}): Part {
  return {
    name: project,
    async run(signal) {
      const file = join(root, '.data/test', `${project}-${process.pid}.json`);
      await mkdir(dirname(file), { recursive: true });
      const ran = await runProgram(
        root,
        [JEST, '--selectProjects', project, '--runInBand', '--ci', '--json', '--outputFile', file],
        { signal, environment: { ...JEST_ENVIRONMENT, ...environment } },
      );
      try {
        return counted(JSON.parse(await readFile(file, 'utf8')), ran);
      } catch {
        return { passed: 0, failed: 1, skipped: 0, seconds: ran.seconds, output: ran.output };
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}

function counted(
  json: unknown,
  { status, output, seconds }: { status: number; output: string; seconds: number },
): Outcome {
  const results = resultsSchema.parse(json);
  // A file that cannot be loaded has no tests to fail; a run that fails without saying where has failed all the same.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
    seconds,
    output: withoutJson(output),
  };
}

/** With --json Jest says everything twice: to be read, and on one line for programs. */
function withoutJson(output: string): string {
  return output
    .split('\n')
    .filter(
      (line) => !line.startsWith('{"numFailedTestSuites"') && !line.startsWith('Test results written to'),
    )
    .join('\n');
}

/** What a person names: files run as they are, anything else is Jest's own (-t "a sentence", a pattern). */
export async function namedSpecs(
  root: string,
  named: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { status } = await runProgram(root, [JEST, ...named], {
    signal,
    environment: JEST_ENVIRONMENT,
    live: true,
  });
  return status;
}
