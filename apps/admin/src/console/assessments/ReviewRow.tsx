import { memo, useId, useState } from 'react';
import { labelOf } from '../../look/gapWords.ts';
import { Ring } from '../../look/Ring.tsx';
import type { Scale } from '../../api/types.ts';
import { capital } from '../../look/numbers.ts';
import type { ReviewItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { differenceOf } from './reviewModel.ts';

interface ReviewRowProps {
  item: ReviewItem;
  scale: Scale;
  decided: number | undefined;
  decide: (ksaCode: string, level: number) => void;
  readOnly: boolean;
}

/** What the worker says against what the assessor says. One tap agrees; correcting shows what each level means. */
export const ReviewRow = memo(function ReviewRow({ item, scale, decided, decide, readOnly }: ReviewRowProps) {
  const text = useText();
  const self = item.self?.level ?? null;
  const shown = decided ?? item.assessor?.level ?? null;
  const difference = differenceOf(item, decided);
  return (
    <li className="review-row">
      <div className="review-what">
        <p>
          <strong>{item.title}</strong>{' '}
          {item.critical && <span className="tag">{text('requirements.critical')}</span>}
        </p>
        <p className="hint">
          {item.ksaCode} ·{' '}
          {text('review.required', { level: item.requiredLevel, label: labelOf(scale, item.requiredLevel) })}
        </p>
        {item.definition !== null && <p className="hint">{item.definition}</p>}
      </div>
      <LevelCell
        title={text('review.self')}
        level={self}
        required={item.requiredLevel}
        scale={scale}
        otherwise={item.self === null ? text('review.notAnswered') : text('review.notSure')}
      />
      <LevelCell
        title={text('review.assessor')}
        level={shown}
        required={item.requiredLevel}
        scale={scale}
        otherwise={text('review.open')}
      />
      <p className="review-difference">
        <span className="review-label">{text('review.difference')}</span>
        {difference === null ? '–' : differenceWords(difference, text)}
      </p>
      {!readOnly && <Decision item={item} self={self} scale={scale} decided={decided} decide={decide} />}
    </li>
  );
});

function differenceWords(difference: number, text: ReturnType<typeof useText>): string {
  if (difference === 0) return text('review.agree');
  return difference > 0
    ? text('review.over', { smart_count: difference })
    : text('review.under', { smart_count: -difference });
}

interface LevelCellProps {
  title: string;
  level: number | null;
  required: number;
  scale: Scale;
  otherwise: string;
}

function LevelCell({ title, level, required, scale, otherwise }: LevelCellProps) {
  return (
    <div className="review-level">
      <span className="review-label">{title}</span>
      <Ring attained={level} required={required} maxLevel={scale.maxLevel} size={34} />
      <span>{level === null ? otherwise : capital(labelOf(scale, level))}</span>
    </div>
  );
}

interface DecisionProps {
  item: ReviewItem;
  self: number | null;
  scale: Scale;
  decided: number | undefined;
  decide: (ksaCode: string, level: number) => void;
}

function Decision({ item, self, scale, decided, decide }: DecisionProps) {
  const text = useText();
  const [correcting, setCorrecting] = useState(decided !== undefined && decided !== self);
  const levels = useId();
  return (
    <div className="review-decision">
      <div className="actions">
        {self !== null && (
          <button
            className={decided === self ? 'button' : 'button button-quiet'}
            type="button"
            aria-pressed={decided === self}
            aria-label={text('review.confirmOf', { title: item.title, label: labelOf(scale, self) })}
            onClick={() => {
              setCorrecting(false);
              decide(item.ksaCode, self);
            }}
          >
            {decided === self
              ? `✓ ${text('review.confirmed')}`
              : text('review.confirm', { label: labelOf(scale, self) })}
          </button>
        )}
        <button
          className="button button-quiet"
          type="button"
          aria-expanded={correcting}
          aria-controls={levels}
          aria-label={text(self === null ? 'review.chooseOf' : 'review.correctOf', { title: item.title })}
          onClick={() => setCorrecting(!correcting)}
        >
          {text(self === null ? 'review.choose' : 'review.correct')}
        </button>
      </div>
      <fieldset className="level-choice" id={levels} hidden={!correcting}>
        <legend className="said">{text('review.levelOf', { title: item.title })}</legend>
        {scale.levels.map(({ level, label, anchor }) => (
          <label key={level}>
            <input
              type="radio"
              name={levels}
              checked={decided === level}
              onChange={() => decide(item.ksaCode, level)}
            />
            <span>
              <strong>
                {level} {label}
              </strong>
              <span className="hint"> {anchor}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
