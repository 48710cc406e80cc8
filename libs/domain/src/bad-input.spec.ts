import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { publishedRooms } from './bad-input.oracle.ts';

/** Whose bad input is asked elsewhere: what scales and ratings take is asked with what gaps make of it. */
const askedIn: Readonly<Record<string, string>> = { scales: 'gaps', ratings: 'gaps' };

test.each(publishedRooms)('what is published by %s is asked by bad input', (room) => {
  expect(existsSync(join(import.meta.dirname, askedIn[room] ?? room, 'bad-input.spec.ts'))).toBe(true);
});
