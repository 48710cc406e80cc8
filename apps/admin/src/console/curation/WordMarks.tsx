import { wordDiff } from './wordDiff.ts';

/** What is gone struck through, what is new underlined: told by line and by element, not by colour alone. */
export const WordMarks = ({ before, after }: { before: string; after: string }) => (
  <span className="word-marks">
    {wordDiff(before, after).map(({ kind, text }, place) =>
      kind === 'same' ? (
        <span key={place}>{text}</span>
      ) : kind === 'gone' ? (
        <del key={place}>{text}</del>
      ) : (
        <ins key={place}>{text}</ins>
      ),
    )}
  </span>
);
