import { z } from 'zod';

/** A name or a title: no control character, and no half of a surrogate pair, which cannot be kept as it came. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

/** Text in lines: no control character but those of lines and tabs. */
export const someLines = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'holds a character that is no text');
