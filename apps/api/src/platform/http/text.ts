import { z } from 'zod';

/** A name or a title: no control character, and no half of a surrogate pair, which cannot be kept as it came. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');
