import { Link } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { GapScore } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Qualified, Readiness } from './Readiness.tsx';

const answers = ['no', 'not-yet-known', 'yes'] as const;

/** Everybody against every role they hold, the least ready first. */
export default function GapScoreList() {
  const text = useText();
  const mayAssign = useMay('role-assignments', 'create');
  const columns: Column<GapScore>[] = [
    {
      key: 'worker',
      label: text('gaps.fields.worker'),
      sortBy: 'workerName',
      cell: ({ worker, roleProfile }) => (
        <>
          <Link to={`/gap-scores/${worker.id}/${roleProfile.id}`}>{worker.name}</Link>
          <span className="second">{roleProfile.name}</span>
        </>
      ),
    },
    {
      key: 'readiness',
      label: text('gaps.fields.readiness'),
      sortBy: 'low',
      cell: (score) => <Readiness score={score} />,
    },
    {
      key: 'coverage',
      label: text('gaps.fields.coverage'),
      cell: ({ coverage }) => text('gaps.coverage', { ...coverage }),
    },
    {
      key: 'qualified',
      label: text('gaps.fields.qualified'),
      cell: ({ qualified }) => <Qualified answer={qualified} />,
    },
    {
      key: 'computedAt',
      label: text('gaps.fields.computedAt'),
      sortBy: 'computedAt',
      wideOnly: true,
      cell: ({ computedAt }) => dayAndTime(computedAt),
    },
  ];
  return (
    <Page title={text('gaps.title')} provenance={text('gaps.provenance')}>
      <RecordList<GapScore>
        resource="gap-scores"
        label={text('gaps.title')}
        columns={columns}
        sort={{ field: 'low', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('gaps.search')} />
            <ChoiceFilter
              label={text('gaps.fields.qualified')}
              source="qualified"
              all={text('gaps.everyAnswer')}
              choices={answers.map((answer) => ({ value: answer, label: text(`gaps.answers.${answer}`) }))}
            />
          </div>
        }
        empty={
          <Empty
            title={text('gaps.none')}
            action={
              mayAssign && (
                <Link className="button" to="/workers">
                  {text('assessments.assignFirst')}
                </Link>
              )
            }
          >
            {text('gaps.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
