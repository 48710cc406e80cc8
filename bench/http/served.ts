import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const HERTZ = 100;

/** A module in a process of its own, which answers one call after the other. */
export interface Served<Call, Answer> {
  call(call: Call): Promise<Answer>;
  /** Seconds of CPU that the process has used; NaN where the system does not say. */
  cpuSeconds(): Promise<number>;
  stop(): void;
}

type Message<Answer> = { readonly answer: Answer } | { readonly error: string };

/** @param file of a module that calls `served` */
export function serve<Call, Answer>(file: string): Served<Call, Answer> {
  const child = fork(file, { serialization: 'advanced' });
  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`${file} ended.`));
        child.once('exit', ended);
        child.once('message', (message: Message<Answer>) => {
          child.off('exit', ended);
          if ('error' in message) reject(new Error(message.error));
          else resolve(message.answer);
        });
        child.send(call as object);
      }),
    cpuSeconds: () => cpuSeconds(child.pid ?? 0),
    stop: () => void child.kill('SIGKILL'),
  };
}

/** In the module: answers the parent, and ends with it. */
export function served(answer: (call: never) => Promise<unknown>): void {
  process.once('disconnect', () => process.exit());
  process.on('message', (call) => {
    answer(call as never).then(
      (result) => process.send?.({ answer: result }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/** Of a process, by Linux's books. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / HERTZ;
}
