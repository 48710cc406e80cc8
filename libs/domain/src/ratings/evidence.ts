import { everySource, sourceSetOf, type SourceSet } from './sources.ts';

/** What a requirement asks to be proven by before it counts as verified. */
export const evidences = ['any', 'observed', 'certified'] as const;

export type Evidence = (typeof evidences)[number];

/**
 * The sources whose ratings count as each evidence. Training alone is no observation: it says what was taught, not
 * what was seen done. (Domain design, "verified".)
 */
export const sourcesOfEvidence: Readonly<Record<Evidence, SourceSet>> = {
  any: everySource,
  observed: sourceSetOf('assessor', 'manager', 'test', 'credential'),
  certified: sourceSetOf('test', 'credential'),
};

/** What a requirement asks for unless the employer says otherwise: self-ratings run high, so critical asks more. */
export function defaultEvidence(critical: boolean): Evidence {
  return critical ? 'observed' : 'any';
}

export function isEvidence(value: string): value is Evidence {
  return (evidences as readonly string[]).includes(value);
}
