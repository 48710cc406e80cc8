import { spawn } from 'node:child_process';

export interface Ran {
  readonly status: number;
  readonly output: string;
  readonly seconds: number;
}

/** Runs one of the workspace's programs with the Node of this process, and gathers what it says in its order. */
export async function runProgram(
  root: string,
  parameters: readonly string[],
  {
    signal,
    environment = {},
    live = false,
  }: { signal: AbortSignal; environment?: Record<string, string>; live?: boolean },
): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(live ? {} : { NO_COLOR: '1' }), ...environment },
    signal,
    killSignal: 'SIGINT',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  const status = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      if (child.pid === undefined) resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { status, output, seconds: (performance.now() - started) / 1000 };
}
