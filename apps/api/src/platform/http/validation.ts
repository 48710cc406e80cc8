import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { z } from 'zod';
import { Refusal, type FieldError } from '../problem/refusal.ts';
import { issueWords } from './issue-words.ts';

/** More faults than anybody mends at once; a body of a million of them must not make an answer of a million. */
const MOST_ERRORS = 100;

/**
 * Validates by the zod schema that `@Body({ schema })`, `@Query({ schema })` or `@Param('id', { schema })` names; what
 * is wrong with a part of the address is told at that part's name.
 */
export class ValidationPipe extends StandardSchemaValidationPipe {
  override transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    const { schema, data } = metadata;
    if (schema === undefined || !this.toValidate(metadata)) return Promise.resolve(value);
    this.stripProtoKeys(value);
    const result = (schema as z.ZodType<Value>).safeParse(value, { error: issueWords });
    if (result.success) return Promise.resolve(result.data);
    const errors = fieldErrors(result.error.issues, data === undefined ? [] : [data]);
    throw new Refusal('invalid', 'not-valid', 'What was sent is not valid.', errors.slice(0, MOST_ERRORS));
  }
}

/** A zod issue names its unknown keys beside the path of the object that has them. */
function fieldErrors(issues: readonly z.core.$ZodIssue[], within: readonly string[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...within, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), detail: 'is not known' }));
    return [{ pointer: pointerTo(path), detail: issue.message }];
  });
}

/** RFC 6901: `~` and `/` inside a key are escaped. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
