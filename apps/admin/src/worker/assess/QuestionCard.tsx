import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AssessmentQuestion, Scale } from '../../api/types.ts';
import { evidenceWords } from '../../look/gapWords.ts';
import { capital } from '../../look/numbers.ts';
import { Ring } from '../../look/Ring.tsx';

interface QuestionCardProps {
  question: AssessmentQuestion;
  scale: Scale;
  /** undefined: not answered yet. null: not sure. */
  answer: number | null | undefined;
  onAnswer: (level: number | null) => void;
  onBack: () => void;
  onNext: (() => void) | null;
}

function Definition({ question }: { question: AssessmentQuestion }) {
  if (question.definition === null) {
    return <p className="definition definition-none">The framework lists this KSA without a definition.</p>;
  }
  return (
    <>
      <p className="definition">{question.definition}</p>
      <p className="definition-source">
        {question.provisional && <span className="chip chip-open">Provisional</span>}
        {question.definitionSource !== null && <span>Definition: {question.definitionSource}</span>}
      </p>
    </>
  );
}

/** One KSA. Keys work while the card has the focus: the digits of the scale, N for not sure, the arrows. */
export function QuestionCard({ question, scale, answer, onAnswer, onBack, onNext }: QuestionCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The next card begins where the eye and the screen reader expect it: at its title.
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [question.ksaCode]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = /^\d$/.test(event.key) ? Number(event.key) : null;
    if (level !== null && level <= scale.maxLevel) onAnswer(level);
    else if (event.key === 'n' || event.key === 'N') onAnswer(null);
    else if (event.key === 'ArrowLeft') onBack();
    else if (event.key === 'ArrowRight' && onNext !== null) onNext();
    else return;
    event.preventDefault();
  };

  return (
    <section className="card" aria-labelledby="question" onKeyDown={onKeyDown}>
      <p className="card-code">{question.ksaCode}</p>
      <h1 id="question" ref={heading} tabIndex={-1}>
        {question.title}
      </h1>
      <Definition question={question} />
      {question.evidence !== 'any' && (
        <p className="card-proof">
          {question.critical && <span className="chip">Critical</span>}
          <span>Your rating counts here; {evidenceWords(question.evidence)} confirms it.</span>
        </p>
      )}
      <h2 className="card-ask">What fits you today?</h2>
      <ul className="levels">
        {scale.levels.map(({ level, label, anchor }) => (
          <li key={level}>
            <button
              type="button"
              className="level"
              aria-pressed={answer === level}
              onClick={() => onAnswer(level)}
            >
              <Ring attained={level} required={level} maxLevel={scale.maxLevel} size={36} />
              <span className="level-words">
                <span className="level-label">{capital(label)}</span>
                <span className="level-anchor">{anchor}</span>
              </span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="level"
            aria-pressed={answer === null}
            onClick={() => onAnswer(null)}
          >
            <Ring attained={null} required={scale.maxLevel} maxLevel={scale.maxLevel} size={36} />
            <span className="level-words">
              <span className="level-label">Not sure</span>
              <span className="level-anchor">Counts as not assessed, not as zero.</span>
            </span>
          </button>
        </li>
      </ul>
      <nav className="card-nav" aria-label="Questions">
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
        <p className="card-keys">Keys: 0–{scale.maxLevel}, N for not sure, ← back</p>
        {onNext !== null && (
          <button type="button" className="button" onClick={onNext}>
            Next
          </button>
        )}
      </nav>
    </section>
  );
}
