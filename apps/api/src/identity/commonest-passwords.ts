import { dictionary } from '@zxcvbn-ts/language-common';

const HOW_MANY = 3_000;

/** What is guessed first, most common first in the list that they come from; lower case. */
export const COMMONEST_PASSWORDS: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].slice(0, HOW_MANY).map(String),
);
