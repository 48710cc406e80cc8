/** `Payload` is carried by the type alone: it ties `enqueue` to the processor that takes it. */
export interface JobDefinition<Payload extends object = object> {
  readonly name: string;
  readonly attempts: number;
  readonly backoffMs: number;
  /** How long it waits after its hand-over, for what may join it. */
  readonly delayMs: number;
  /** How many of them a process works on at once: 1 for what computes in bulk. */
  readonly concurrency: number;
  readonly payload?: Payload;
}

export type JobOptions = Partial<Pick<JobDefinition, 'attempts' | 'backoffMs' | 'delayMs' | 'concurrency'>>;

const DEFAULTS = { attempts: 5, backoffMs: 1000, delayMs: 0, concurrency: 4 };

const definitions = new Map<string, JobDefinition>();

/** Defines a job once, beside its feature; the start fails when it has no processor, or two. */
export function defineJob<Payload extends object>(
  name: string,
  options: JobOptions = {},
): JobDefinition<Payload> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`A job's name is kebab-case, not "${name}".`);
  if (definitions.has(name)) throw new Error(`The job "${name}" is defined twice.`);
  const definition = { name, ...DEFAULTS, ...options };
  definitions.set(name, definition);
  return definition;
}

export function definedJobs(): readonly JobDefinition[] {
  return [...definitions.values()];
}

/** Whether it computes in bulk: one of it is worked on at a time, and it gives way to what somebody waits for. */
export function isBulk(name: string): boolean {
  return definitions.get(name)?.concurrency === 1;
}

export function definedJob(name: string): JobDefinition | undefined {
  return definitions.get(name);
}
