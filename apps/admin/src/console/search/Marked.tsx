import type { FrameworkHit } from '../providers/records.ts';
import { piecesOf } from './searchModel.ts';

interface MarkedProps {
  text: string;
  field: FrameworkHit['highlights'][number]['field'];
  highlights: FrameworkHit['highlights'];
}

/** A text with what was found in it marked. */
export function Marked({ text, field, highlights }: MarkedProps) {
  return piecesOf(text, field, highlights).map(({ text: piece, marked }, index) =>
    marked ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
  );
}
