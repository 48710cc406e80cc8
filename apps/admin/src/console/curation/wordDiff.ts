export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Beyond it two texts are told one after the other: comparing grows with the product of their lengths. */
const MOST_WORDS = 1500;

// A code with dots is one word.
const wordsOf = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];

/** What is gone and what is new between two texts, word by word: the longest run of words that both have stays. */
export function wordDiff(before: string, after: string): Piece[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was.length > MOST_WORDS || is.length > MOST_WORDS)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  const lengths = commonLengths(was, is);
  const pieces: Piece[] = [];
  let [left, right] = [0, 0];
  while (left < was.length || right < is.length) {
    const [word, other] = [was[left], is[right]];
    if (word !== undefined && word === other) {
      pieces.push({ kind: 'same', text: word });
      left += 1;
      right += 1;
    } else if (other === undefined || (word !== undefined && at(left + 1, right) >= at(left, right + 1))) {
      pieces.push({ kind: 'gone', text: word ?? '' });
      left += 1;
    } else {
      pieces.push({ kind: 'new', text: other });
      right += 1;
    }
  }
  return joined(pieces);

  function at(row: number, column: number): number {
    return lengths[row * (is.length + 1) + column] ?? 0;
  }
}

/** How many words the rests of both texts have in common, from each place on. */
function commonLengths(was: readonly string[], is: readonly string[]): Uint16Array {
  const width = is.length + 1;
  const lengths = new Uint16Array((was.length + 1) * width);
  for (let row = was.length - 1; row >= 0; row -= 1)
    for (let column = is.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        was[row] === is[column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
  return lengths;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
