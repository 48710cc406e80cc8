import { qualifiedAnswer, readinessFigure } from '../../look/gapWords.ts';
import type { GapScore } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import './readiness.css';

/** A score in one line of a list: the range as a bar and as numbers. */
export function Readiness({ score }: { score: Pick<GapScore, 'low' | 'high' | 'denominator' | 'stale'> }) {
  const text = useText();
  const { low, high, denominator } = score;
  const percent = (numerator: number) => `${(numerator * 100) / denominator}%`;
  return (
    <span className="readiness">
      <span className="readiness-line" aria-hidden="true">
        <span className="readiness-low" style={{ width: percent(low) }} />
        <span className="readiness-open" style={{ width: percent(high - low) }} />
      </span>
      <span className="readiness-figure">{text('gaps.percent', { figure: readinessFigure(score) })}</span>
      {score.stale && <span className="hint">{text('gaps.beingScored')}</span>}
    </span>
  );
}

export function Qualified({ answer }: { answer: GapScore['qualified'] }) {
  const { mark, word } = qualifiedAnswer(answer);
  return (
    <span className={answer === 'no' ? 'qualified qualified-no' : 'qualified'}>
      <span aria-hidden="true">{mark} </span>
      {word}
    </span>
  );
}
