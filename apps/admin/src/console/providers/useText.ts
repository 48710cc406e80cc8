import { useTranslate } from 'react-admin';
import type { appEn } from '../messages/en.ts';

type PathsOf<Catalogue, Prefix extends string = ''> = {
  [Key in keyof Catalogue & string]: Catalogue[Key] extends string
    ? `${Prefix}${Key}`
    : PathsOf<Catalogue[Key], `${Prefix}${Key}.`>;
}[keyof Catalogue & string];

/** Every text of the console that exists; a key that does not is a type error. */
export type MessageKey = PathsOf<typeof appEn>;

export type Text = (key: MessageKey, values?: Record<string, string | number>) => string;

export const useText = (): Text => useTranslate() as Text;
