import type { Job } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { progressOf, wordOf } from './jobModel.ts';
import './jobs.css';

/** In a word, and how far it is. */
export function JobState({ job }: { job: Job }) {
  const text = useText();
  const progress = progressOf(job);
  const word = wordOf(job);
  return (
    <>
      <span className={word === 'failed' ? 'tag tag-short' : 'tag tag-muted'}>
        {text(`jobs.states.${word}`)}
      </span>
      {progress !== null && (
        <span className="job-progress">
          {word === 'active' && (
            <progress className="progress-bar" aria-hidden="true" value={progress.percent} max={100} />
          )}
          <span className="second">
            {text(word === 'active' ? 'jobs.progress' : 'jobs.stoppedAt', { ...progress })}
          </span>
        </span>
      )}
      {job.error !== null && <span className="second">{job.error}</span>}
    </>
  );
}
