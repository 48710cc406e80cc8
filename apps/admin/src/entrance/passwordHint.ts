/** As the server checks it; the server has the last word. */
export const passwordHint = 'At least 8 characters. A sentence is easier to keep than a word with tricks.';
