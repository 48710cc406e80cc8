import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { Refusal, type FieldError } from '../problem/refusal.ts';

/** More faults than anybody mends at once; a body of a million of them must not make an answer of a million. */
const MOST_ERRORS = 100;

/** Validates by the zod schema that `@Body({ schema })`, `@Query({ schema })` or `@Param({ schema })` names. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Refusal(
        'invalid',
        'not-valid',
        'What was sent is not valid.',
        fieldErrors(issues).slice(0, MOST_ERRORS),
      ),
  });
}

/** A zod issue names its unknown keys beside the path of the object that has them. */
function fieldErrors(issues: readonly StandardSchemaV1.Issue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
    const { keys } = issue as { keys?: readonly string[] };
    if (keys !== undefined)
      return keys.map((key) => ({ pointer: pointerTo([...path, key]), detail: 'is not known' }));
    return [{ pointer: pointerTo(path), detail: issue.message }];
  });
}

/** RFC 6901: `~` and `/` inside a key are escaped. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
