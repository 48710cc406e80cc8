import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RatingPolicy } from '#domain';
import type { BenchDatabase } from './measurement.ts';

/** One organisation to rescore, as the process is told of it. */
export interface RescorerTask {
  readonly database: BenchDatabase;
  readonly tenantId: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface RescorerReport {
  readonly milliseconds: number;
  /** How long others had to wait for the event loop. */
  readonly waitP99: number;
  readonly waitMax: number;
  /** The most memory that the process has had, since it began. */
  readonly megabytes: number;
}

/** The engine in a process of its own, so that its memory and its event loop are its own. */
export interface Rescorer {
  /** Makes the policy the organisation's newest and rescores everybody by it. */
  rescore(policy: RatingPolicy): Promise<RescorerReport>;
  stop(): Promise<void>;
}

export async function startRescorer(task: RescorerTask): Promise<Rescorer> {
  const child = fork(join(import.meta.dirname, 'rescorer-process.ts'), [JSON.stringify(task)], {
    execArgv: ['--conditions=built'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The rescoring process ended with ${String(code)}.`);
  });
  ended.catch(() => undefined);
  const answer = async <Answer>(): Promise<Answer> =>
    ((await Promise.race([once(child, 'message'), ended])) as [Answer])[0];
  await answer();
  return {
    async rescore(policy) {
      child.send(policy);
      return answer<RescorerReport>();
    },
    async stop() {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}
