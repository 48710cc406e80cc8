import { dayAndTime } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import type { Job } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { durationBetween, jobName } from './jobModel.ts';
import { JobState } from './JobState.tsx';
import { KeepCurrent } from './KeepCurrent.tsx';

const states = ['waiting', 'active', 'completed', 'failed', 'cancelled'] as const;

/** The organisation's record of its background work; it fills by itself while one watches. */
export default function JobList() {
  const text = useText();
  const columns: Column<Job>[] = [
    { key: 'name', label: text('jobs.fields.name'), sortBy: 'name', cell: ({ name }) => jobName(name) },
    {
      key: 'state',
      label: text('jobs.fields.state'),
      sortBy: 'state',
      cell: (job) => <JobState job={job} />,
    },
    {
      key: 'enqueuedAt',
      label: text('jobs.fields.enqueuedAt'),
      sortBy: 'enqueuedAt',
      cell: ({ enqueuedAt }) => dayAndTime(enqueuedAt),
    },
    {
      key: 'took',
      label: text('jobs.fields.took'),
      numeric: true,
      cell: (job) => durationBetween(job.startedAt, job.finishedAt) ?? '–',
    },
    { key: 'attempts', label: text('jobs.fields.attempts'), numeric: true, cell: ({ attempts }) => attempts },
  ];
  return (
    <Page title={text('jobs.title')} provenance={text('jobs.provenance')}>
      <RecordList<Job>
        resource="jobs"
        label={text('jobs.title')}
        columns={columns}
        sort={{ field: 'enqueuedAt', order: 'DESC' }}
        filters={
          <div className="filters">
            <KeepCurrent />
            <ChoiceFilter
              label={text('jobs.fields.state')}
              source="state"
              all={text('jobs.everyState')}
              choices={states.map((state) => ({ value: state, label: text(`jobs.states.${state}`) }))}
            />
          </div>
        }
        empty={<Empty title={text('jobs.none')}>{text('jobs.noneYet')}</Empty>}
      />
    </Page>
  );
}
