import { isUtf8 } from 'node:buffer';
import { type FilePlace, UnreadableFile, WHOLE_FILE } from '../files/unreadable-file.ts';

export type Bytes = AsyncIterable<Buffer>;

/**
 * UTF-8, piece by piece, whatever cuts the pieces.
 *
 * @param strict whether bytes that are no UTF-8 end it; else they become U+FFFD, so that their place can be told
 * @throws UnreadableFile, saying the encoding as far as it can be recognised
 */
export async function* textPieces(
  bytes: Bytes,
  strict: boolean,
  place: FilePlace = WHOLE_FILE,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: strict });
  let line = 1;
  let isFirst = true;
  for await (const piece of bytes) {
    if (isFirst) assertNotUtf16(piece, place);
    isFirst = false;
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      throw notUtf8(place, line + lines(piece.subarray(0, soundLength(piece))));
    }
    if (strict) line += lines(piece);
    if (text !== '') yield text;
  }
  try {
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch {
    throw notUtf8(place, line);
  }
}

/** Whether all of it is UTF-8. */
export async function areUtf8(bytes: Bytes): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of bytes) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

const notUtf8 = (place: FilePlace, line: number) =>
  new UnreadableFile(`is not encoded in UTF-8 from line ${line} on: save it as UTF-8`, place);

function assertNotUtf16(piece: Buffer, place: FilePlace): void {
  const [first, second] = piece;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // What is mostly ASCII has a zero in every other byte then.
  const isBare = piece.length >= 4 && (first === 0) !== (second === 0) && piece.subarray(0, 4).includes(0);
  if (isMarked || isBare) throw new UnreadableFile('is encoded in UTF-16: save it as UTF-8', place);
}

function lines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}

/** How much of the piece is UTF-8, by halves. */
function soundLength(piece: Buffer): number {
  let [sound, unsound] = [0, piece.length];
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    if (isUtf8(piece.subarray(0, middle)) || isUtf8(piece.subarray(0, middle - 1))) sound = middle;
    else unsound = middle;
  }
  return sound;
}
