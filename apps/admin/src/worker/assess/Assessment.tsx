import './assess.css';
import { useEffect, useRef, useState } from 'react';
import { get } from '../../api/client.ts';
import type { AssessmentDetail } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { navigate, useAddress } from '../../entrance/router.tsx';
import { Failure } from '../../look/Failure.tsx';
import { Skeleton } from '../../look/Skeleton.tsx';
import { latestLevels } from '../outbox/outbox.ts';
import { type Outbox, type SaveState, useOutbox } from '../outbox/useOutbox.ts';
import { useTitle } from '../shell/useTitle.ts';
import { afterAnswer, type Answers, mergeAnswers, stageOf, unanswered } from './answers.ts';
import { Intro } from './Intro.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { ScoreWait } from './ScoreWait.tsx';
import { Summary } from './Summary.tsx';

/** Long enough to see what was chosen, short enough for forty of them. */
const GO_ON_MS = 220;

interface ProgressProps {
  answered: number;
  /** null: at the summary. */
  index: number | null;
  count: number;
  saving: SaveState;
}

function Progress({ answered, index, count, saving }: ProgressProps) {
  return (
    <div className="progress">
      <div className="progress-line">
        <p className="progress-words">
          {index === null ? `${answered} of ${count} answered` : `${index + 1} of ${count}`}
        </p>
        <SaveStatus saving={saving} />
      </div>
      <progress
        className="progress-bar"
        aria-label={`${answered} of ${count} answered`}
        value={answered}
        max={count}
      />
    </div>
  );
}

interface RunProps {
  assessment: AssessmentDetail;
  outbox: Outbox;
  pending: Answers;
  onSubmitted: () => void;
}

function Run({ assessment, outbox, pending, onSubmitted }: RunProps) {
  const { questions, scale } = assessment;
  const [answers, setAnswers] = useState(() => mergeAnswers(questions, pending));
  const open = unanswered(questions, answers)[0];
  // Decided once: answering the first question must not look like having begun before.
  const [entry] = useState(() => ({
    started: answers.size > 0,
    firstOpen: open === undefined ? -1 : questions.indexOf(open),
  }));
  const stage = stageOf(useAddress().searchParams, questions.length, entry.started, entry.firstOpen);
  const goingOn = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(goingOn.current), []);

  if (stage.at === 'intro') return <Intro assessment={assessment} />;
  const question = stage.at === 'card' ? questions[stage.index] : undefined;
  if (stage.at === 'summary' || question === undefined) {
    return (
      <>
        <Progress answered={answers.size} index={null} count={questions.length} saving={outbox.saving} />
        <Summary assessment={assessment} answers={answers} outbox={outbox} onSubmitted={onSubmitted} />
      </>
    );
  }

  const goTo = (to: string) => {
    clearTimeout(goingOn.current);
    navigate(to);
  };
  const answer = (level: number | null) => {
    setAnswers((before) => new Map(before).set(question.ksaCode, level));
    void outbox.put(assessment.id, question.ksaCode, level);
    clearTimeout(goingOn.current);
    goingOn.current = setTimeout(() => navigate(afterAnswer(stage, questions.length)), GO_ON_MS);
  };
  const back = () => goTo(stage.index === 0 ? '?card=intro' : `?card=${stage.index}`);
  return (
    <>
      <Progress answered={answers.size} index={stage.index} count={questions.length} saving={outbox.saving} />
      <QuestionCard
        key={question.ksaCode}
        question={question}
        scale={scale}
        answer={answers.get(question.ksaCode)}
        onAnswer={answer}
        onBack={back}
        onNext={answers.has(question.ksaCode) ? () => goTo(afterAnswer(stage, questions.length)) : null}
      />
    </>
  );
}

async function load(id: string, outbox: Outbox, signal: AbortSignal) {
  const assessment = await get<AssessmentDetail>(`/api/assessments/${id}`, { signal });
  // Without a device store there is nothing pending.
  const pending = latestLevels(await outbox.waiting().catch(() => []), id);
  return { assessment, pending };
}

export function Assessment({ id, workerId }: { id: string; workerId: string }) {
  const outbox = useOutbox(workerId);
  const [loaded, reload] = useLoaded(`assessment ${id}`, (signal) => load(id, outbox, signal));
  const [submitted, setSubmitted] = useState(false);
  useTitle(
    loaded.state === 'ready'
      ? `Rate yourself for ${loaded.data.assessment.roleProfileName}`
      : 'Rate yourself',
  );

  if (loaded.state === 'loading') return <Skeleton of="the questions" blocks={[20, 160, 56, 56, 56]} />;
  if (loaded.state === 'failed') {
    return <Failure what="The questions cannot be loaded" error={loaded.error} retry={reload} />;
  }
  const { assessment, pending } = loaded.data;
  if (submitted || assessment.state !== 'draft') {
    return <ScoreWait workerId={workerId} roleProfileId={assessment.roleProfileId} />;
  }
  return (
    <Run
      key={assessment.id}
      assessment={assessment}
      outbox={outbox}
      pending={pending}
      onSubmitted={() => setSubmitted(true)}
    />
  );
}
