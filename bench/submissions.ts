import { type Client, eventually } from '#builders/client';
import type { Bench } from './measurement.ts';

const LEAST_REQUIREMENTS = 40;

/** A worker who has answered everything and has only to submit. */
export interface Prepared {
  readonly workerId: string;
  readonly worker: Client;
  readonly submit: string;
  readonly etag: string | null;
  readonly inputVersion: number;
}

/** In milliseconds from the click. */
export interface SubmissionTimes {
  readonly answered: number;
  /** The event on the employer's stream. */
  readonly heard: number;
  /** The score, read after the event. */
  readonly read: number;
}

/** Submits as the worker does and waits for the score as a page does. */
export async function listening(
  employer: Client,
  roleProfileId: string,
): Promise<{ submit: (prepared: Prepared) => Promise<SubmissionTimes>; stop: () => void }> {
  const waiting = new Map<string, () => void>();
  const stop = await employer.listen(({ type, workerId }) => {
    if (type === 'score-computed' && workerId !== undefined) waiting.get(workerId)?.();
  });
  return {
    stop,
    async submit({ workerId, worker, submit, etag, inputVersion }) {
      const told = new Promise<void>((resolve) => waiting.set(workerId, resolve));
      const from = performance.now();
      await worker.succeed('POST', submit, { ifMatch: etag });
      const answered = performance.now() - from;
      await told;
      const heard = performance.now() - from;
      const { body } = await worker.succeed<{ inputVersion: number; stale: boolean }>(
        'GET',
        `/gap-scores/${workerId}/${roleProfileId}`,
      );
      if (body.inputVersion !== inputVersion || body.stale)
        throw new Error('The event came before its score.');
      return { answered, heard, read: performance.now() - from };
    },
  };
}

/** Of as many occupations as it takes to ask some 40 KSAs, one of them critical. */
export async function aRole(bench: Bench, employer: Client): Promise<string> {
  const occupations = await employer.get<{ id: string; ksaCount: number }[]>('/occupations?range=[0,199]');
  const largest = occupations.toSorted((left, right) => right.ksaCount - left.ksaCount);
  for (let taken = 1; ; taken += 1) {
    const occupationIds = largest.slice(0, taken).map(({ id }) => id);
    const body = { name: `Benchmark ${taken}`, occupationIds };
    const created = await employer.succeed<{ id: string; requirementCount: number }>(
      'POST',
      '/role-profiles',
      { body },
    );
    if (created.body.requirementCount < LEAST_REQUIREMENTS && taken < largest.length) continue;
    await employer.succeed('POST', `/role-profiles/${created.body.id}/publish`, { ifMatch: created.etag });
    bench.say(`a role of ${created.body.requirementCount} requirements`);
    return created.body.id;
  }
}

export async function prepare(
  nobody: Client,
  employer: Client,
  roleProfileId: string,
  place: number,
): Promise<Prepared> {
  const body = { name: `Worker ${place}`, email: `worker.${place}@benchmark.example` };
  const created = await employer.succeed<{ id: string; invitationLink: string }>('POST', '/workers', {
    body,
  });
  const workerId = created.body.id;
  const worker = await nobody.join(created.body.invitationLink);
  const assigned = await employer.succeed<{ assessmentId: string }>('POST', '/role-assignments', {
    body: { workerId, roleProfileId },
  });
  const path = `/assessments/${assigned.body.assessmentId}`;
  const { questions } = await worker.get<{ questions: { ksaCode: string }[] }>(path);
  let etag: string | null = null;
  for (const [index, { ksaCode }] of questions.entries()) {
    ({ etag } = await worker.succeed('PUT', `${path}/answers/${ksaCode}`, {
      body: { level: (index + place) % 5 },
    }));
  }
  return { workerId, worker, submit: `${path}/submit`, etag, inputVersion: questions.length };
}

/** What the preparation set going is over. */
export async function idle(employer: Client): Promise<void> {
  await eventually(async () => {
    const jobs = await employer.get<{ state: string }[]>('/jobs?range=[0,999]');
    return jobs.every(({ state }) => state === 'completed');
  }, 60_000);
}
