import './home.css';
import { list } from '../../api/client.ts';
import type { AssessmentSummary, GapScoreSummary, Me } from '../../api/types.ts';
import { useLoaded } from '../../api/useLoaded.ts';
import { Link } from '../../entrance/router.tsx';
import { Failure } from '../../look/Failure.tsx';
import { qualifiedAnswer, readinessFigure, readinessParts, readinessPhrase } from '../../look/gapWords.ts';
import { counted, dayAndTime } from '../../look/numbers.ts';
import { PartBar } from '../../look/ReadinessBar.tsx';
import { Skeleton } from '../../look/Skeleton.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { minutesFor, nextTask, type NextTask } from './nextTask.ts';

interface TaskWords {
  title: string;
  text: string;
  action: { href: string; word: string } | null;
}

function taskWords(task: NextTask, organisation: string): TaskWords {
  switch (task.kind) {
    case 'assess': {
      const { id, roleProfileName, answered, questions } = task.assessment;
      const begun = answered > 0;
      return {
        title: `Rate yourself for ${roleProfileName}`,
        text: begun
          ? `${answered} of ${questions} answered. You go on where you stopped.`
          : `${questions} KSAs, one tap each, about ${counted(minutesFor(questions), 'minute')}. You can stop and come back.`,
        action: { href: `/my/assessments/${id}`, word: begun ? 'Continue' : 'Start' },
      };
    }
    case 'scoring':
      return {
        title: `Your score for ${task.assessment.roleProfileName} is being worked out`,
        text: 'Nothing to do: this page shows it by itself when it is ready.',
        action: null,
      };
    case 'gaps':
      return {
        title: `See what closes your gaps for ${task.score.roleProfile.name}`,
        text: task.reviewed
          ? 'An assessor has confirmed your critical KSAs.'
          : 'An assessor still has to confirm the critical KSAs before you can count as qualified.',
        action: { href: `/my/training/${task.score.roleProfile.id}`, word: 'My training' },
      };
    case 'nothing':
      return {
        title: 'Nothing is due',
        text: `When ${organisation} assigns you a role, its questions appear here. Ask your supervisor if you expected one.`,
        action: null,
      };
  }
}

function RoleCard({ score }: { score: GapScoreSummary }) {
  const { roleProfile, coverage, qualified } = score;
  const parts = readinessParts(score);
  return (
    <li className="role-card">
      <h3>{roleProfile.name}</h3>
      <p className="role-figure">
        <strong>{readinessFigure(score)} %</strong> {readinessPhrase(coverage.unknown)}
      </p>
      <PartBar scale={1} {...parts} />
      <dl className="role-facts">
        <div>
          <dt>Qualified</dt>
          <dd>
            <span aria-hidden="true">{qualifiedAnswer(qualified).mark}</span>{' '}
            {qualifiedAnswer(qualified).word}
          </dd>
        </div>
        <div>
          <dt>Coverage</dt>
          <dd>
            {coverage.met} of {coverage.total} met
          </dd>
        </div>
        <div>
          <dt>Computed</dt>
          <dd>{dayAndTime(score.computedAt)}</dd>
        </div>
      </dl>
      <p className="role-links">
        <Link
          className="button"
          href={`/my/gaps/${roleProfile.id}`}
          aria-label={`My gaps for ${roleProfile.name}`}
        >
          My gaps
        </Link>
        <Link
          className="button"
          href={`/my/training/${roleProfile.id}`}
          aria-label={`My training for ${roleProfile.name}`}
        >
          My training
        </Link>
      </p>
    </li>
  );
}

async function load(workerId: string, signal: AbortSignal) {
  const [assessments, scores] = await Promise.all([
    list<AssessmentSummary>('/api/assessments', { filter: { workerId }, range: [0, 49] }, signal),
    list<GapScoreSummary>('/api/gap-scores', { filter: { workerId }, range: [0, 49] }, signal),
  ]);
  return { assessments: assessments.rows, scores: scores.rows };
}

export function Home({ me, workerId }: { me: Me; workerId: string }) {
  useTitle('My page');
  const [loaded, reload] = useLoaded(
    `home ${workerId}`,
    (signal) => load(workerId, signal),
    () => true,
  );
  if (loaded.state === 'loading') return <Skeleton of="your page" blocks={[32, 140, 200]} />;
  if (loaded.state === 'failed') {
    return <Failure what="Your page cannot be loaded" error={loaded.error} retry={reload} />;
  }
  const { assessments, scores } = loaded.data;
  const task = nextTask(assessments, scores);
  const { title, text, action } = taskWords(task, me.organisation.name);
  const progress = task.kind === 'assess' ? task.assessment : null;
  return (
    <div className="home">
      <h1>Hello, {me.name}</h1>
      <section className="next-task" aria-labelledby="next-task" aria-live="polite">
        <p className="next-label">{task.kind === 'nothing' ? 'Next' : 'Your next task'}</p>
        <h2 id="next-task">{title}</h2>
        <p>{text}</p>
        {progress !== null && progress.answered > 0 && (
          <progress
            className="progress-bar"
            aria-label={`${progress.answered} of ${progress.questions} answered`}
            value={progress.answered}
            max={progress.questions}
          />
        )}
        {action !== null && (
          <Link className="button button-primary button-wide" href={action.href}>
            {action.word}
          </Link>
        )}
      </section>
      {scores.length > 0 && (
        <section aria-labelledby="roles">
          <h2 id="roles">Where you stand in {counted(scores.length, 'role')}</h2>
          <ul className="role-cards">
            {scores.map((score) => (
              <RoleCard key={score.id} score={score} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
