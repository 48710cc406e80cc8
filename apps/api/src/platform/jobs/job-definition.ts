/** `Payload` is carried by the type alone: it ties `enqueue` to the processor that takes it. */
export interface JobDefinition<Payload extends object = object> {
  readonly name: string;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly payload?: Payload;
}

const definitions = new Map<string, JobDefinition>();

/** Defines a job once, beside its feature; the start fails when it has no processor, or two. */
export function defineJob<Payload extends object>(
  name: string,
  options: { attempts?: number; backoffMs?: number } = {},
): JobDefinition<Payload> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`A job's name is kebab-case, not "${name}".`);
  if (definitions.has(name)) throw new Error(`The job "${name}" is defined twice.`);
  const definition = { name, attempts: options.attempts ?? 5, backoffMs: options.backoffMs ?? 1000 };
  definitions.set(name, definition);
  return definition;
}

export function definedJobs(): readonly JobDefinition[] {
  return [...definitions.values()];
}
