import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { issueWords } from './issue-words.ts';

const wordsOf = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value, { error: issueWords }).error?.issues ?? []).map(({ message }) => message);

describe('what is wrong with a field', () => {
  const institutes = z.int().min(1).max(10_000);

  it.each([
    ['an empty name', z.string().min(1).max(300), '', 'is empty'],
    ['a long name', z.string().max(3), 'four', 'has more than 3 characters'],
    ['a short word', z.string().min(8), 'four', 'has fewer than 8 characters'],
    ['a word for a number', institutes, 'abc', 'must be a whole number from 1 to 10000'],
    ['a part of a number', institutes.nullable(), 1.5, 'must be a whole number from 1 to 10000'],
    ['a number that is too small', institutes, -1, 'must be at least 1'],
    ['a number that is too big', z.number().max(100), 101, 'must be at most 100'],
    ['a word for a number without limits', z.int(), 'abc', 'must be a whole number'],
    ['a word for any number', z.number(), 'abc', 'must be a number'],
    ['another step', z.number().multipleOf(0.25), 0.3, 'must be a multiple of 0.25'],
    ['nothing', z.string(), undefined, 'is missing'],
    ['null', z.enum(['ksa']), null, 'is empty'],
    ['a number for a text', z.string(), 1, 'must be text'],
    ['what is not to be chosen', z.enum(['tier', 'ksa']), 'x', 'is none of tier, ksa'],
    ['an empty list', z.array(z.string()).min(1), [], 'is empty'],
    ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'has more than 1 entries'],
    ['no day', z.iso.date(), 'today', 'is no day as 2026-06-01'],
    ['another pattern', z.string().regex(/^a$/), 'b', 'is not of the form that is asked for'],
    ['what the schema words itself', z.string().regex(/^a$/, 'is no a'), 'b', 'is no a'],
  ])('is said of %s', (_, schema, value, words) => {
    expect(wordsOf(schema, value)).toEqual([words]);
  });
});
