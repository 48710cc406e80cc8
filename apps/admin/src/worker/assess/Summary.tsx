import { useRef, useState } from 'react';
import { request } from '../../api/client.ts';
import { newKey } from '../../api/locks.ts';
import { readable } from '../../api/problem.ts';
import type { AssessmentDetail } from '../../api/types.ts';
import { Link, navigate } from '../../entrance/router.tsx';
import { labelOf } from '../../look/gapWords.ts';
import { capital, counted } from '../../look/numbers.ts';
import { Ring } from '../../look/Ring.tsx';
import type { Outbox } from '../outbox/useOutbox.ts';
import { type Answers, unanswered } from './answers.ts';

interface SummaryProps {
  assessment: AssessmentDetail;
  answers: Answers;
  outbox: Outbox;
  onSubmitted: () => void;
}

/** Everything at a glance, what is missing first; then it is handed in. */
export function Summary({ assessment, answers, outbox, onSubmitted }: SummaryProps) {
  const { questions, scale } = assessment;
  const open = unanswered(questions, answers);
  const notSure = [...answers.values()].filter((level) => level === null).length;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // One key for all attempts: a submission whose answer was lost on the way is not made twice.
  const key = useRef(newKey());

  const submit = async () => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      if (!(await outbox.flush())) {
        setProblem('Some answers wait for a connection. They are kept; submit again when it is back.');
        return;
      }
      const path = `/api/assessments/${assessment.id}`;
      const { etag } = await request<AssessmentDetail>('GET', path);
      await request('POST', `${path}/submit`, { ifMatch: etag, idempotencyKey: key.current });
      onSubmitted();
    } catch (error) {
      key.current = newKey();
      setProblem(readable(error));
    } finally {
      setSending(false);
    }
  };

  const row = (index: number, { ksaCode, title }: AssessmentDetail['questions'][number]) => {
    const level = answers.get(ksaCode);
    const said =
      level === undefined ? 'Not answered' : level === null ? 'Not sure' : capital(labelOf(scale, level));
    return (
      <li key={ksaCode}>
        <Link className="answer-row" href={`?card=${index + 1}&then=summary`}>
          <Ring
            attained={level ?? null}
            required={level ?? scale.maxLevel}
            maxLevel={scale.maxLevel}
            size={30}
          />
          <span className="answer-title">{title}</span>
          <span className="answer-said">{said}</span>
        </Link>
      </li>
    );
  };

  const indexed = questions.map((question, index) => ({ question, index }));
  return (
    <section className="sheet">
      <h1>
        {open.length === 0 ? 'Ready to submit' : `${capital(counted(open.length, 'question'))} to answer`}
      </h1>
      <p className="lead">
        {answers.size} of {questions.length} answered
        {notSure > 0 && `, ${notSure} of them “not sure”`}. After submitting, the answers stand as you gave
        them.
      </p>
      {open.length > 0 && (
        <>
          <h2>Not answered</h2>
          <ul className="answer-rows">
            {indexed
              .filter(({ question }) => open.includes(question))
              .map(({ question, index }) => row(index, question))}
          </ul>
        </>
      )}
      <div className="submit-bar">
        {open.length === 0 ? (
          <button
            type="button"
            className="button button-primary button-wide"
            aria-disabled={sending}
            onClick={() => void submit()}
          >
            {sending ? 'Submitting…' : 'Submit'}
          </button>
        ) : (
          <button
            type="button"
            className="button button-primary button-wide"
            onClick={() => navigate(`?card=${questions.indexOf(open[0] as (typeof questions)[number]) + 1}`)}
          >
            Go to the first one
          </button>
        )}
        <div role="alert">{problem !== null && <p className="field-problem">{problem}</p>}</div>
      </div>
      {answers.size > 0 && (
        <>
          <h2>Your answers</h2>
          <ul className="answer-rows">
            {indexed
              .filter(({ question }) => !open.includes(question))
              .map(({ question, index }) => row(index, question))}
          </ul>
        </>
      )}
    </section>
  );
}
