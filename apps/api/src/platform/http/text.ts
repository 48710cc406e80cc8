import { z } from 'zod';

/**
 * Nothing but spaces and what no font draws: a zero-width space is no name. In between they stay, since words of some
 * languages and emoji are joined by them. The Braille blank is no space to Unicode.
 */
const INVISIBLE = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

const trimmed = (text: string): string => (INVISIBLE.test(text) ? '' : text.trim());

/** A name or a title: no control character, and no half of a surrogate pair, which cannot be kept as it came. */
export const oneLine = (longest: number) =>
  z
    .string()
    .overwrite(trimmed)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

/** Text in lines: no control character but those of lines and tabs. */
export const someLines = (longest: number) =>
  z
    .string()
    .overwrite(trimmed)
    .max(longest)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'holds a character that is no text');
