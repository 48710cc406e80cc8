import type { Job } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { CancelJob } from './CancelJob.tsx';
import { progressOf, wordOf } from './jobModel.ts';
import './jobs.css';

/** In a word, how far it is, and the way to stop it. */
export function JobState({ job }: { job: Job }) {
  const text = useText();
  const progress = progressOf(job);
  const word = wordOf(job);
  return (
    <div className="job-state">
      <div>
        <span className={word === 'failed' ? 'tag tag-short' : 'tag tag-muted'}>
          {text(`jobs.states.${word}`)}
        </span>
        {progress !== null && word === 'active' && (
          <progress className="job-bar" aria-hidden="true" value={progress.percent} max={100} />
        )}
        {progress !== null && (
          <span className="second">
            {text(word === 'active' ? 'jobs.progress' : 'jobs.stoppedAt', { ...progress })}
          </span>
        )}
        {job.error !== null && <span className="second">{job.error}</span>}
      </div>
      <CancelJob job={job} />
    </div>
  );
}
