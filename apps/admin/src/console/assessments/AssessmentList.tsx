import { Link } from 'react-router';
import { dayAndTime } from '../../look/numbers.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { AssessmentState, AssessmentSummary } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const states: readonly AssessmentState[] = ['submitted', 'reviewed', 'draft', 'closed'];

/** The assessor's queue: what waits comes first, the one that has waited longest at the top. */
export default function AssessmentList() {
  const text = useText();
  const mayReview = useMay('assessments', 'review');
  const mayAssign = useMay('role-assignments', 'create');
  const columns: Column<AssessmentSummary>[] = [
    {
      key: 'worker',
      label: text('assessments.fields.worker'),
      sortBy: 'workerName',
      cell: ({ id, workerName, state }) =>
        state === 'draft' ? workerName : <Link to={`/assessments/${id}/show`}>{workerName}</Link>,
    },
    {
      key: 'role',
      label: text('assessments.fields.roleProfile'),
      sortBy: 'roleProfileName',
      cell: ({ roleProfileName, profileVersion }) =>
        text('assessments.roleVersion', { name: roleProfileName, version: profileVersion }),
    },
    {
      key: 'state',
      label: text('assessments.fields.state'),
      sortBy: 'state',
      cell: ({ state }) => text(`assessments.states.${state}`),
    },
    {
      key: 'progress',
      label: text('assessments.fields.answered'),
      numeric: true,
      wideOnly: true,
      cell: ({ answered, questions }) => text('assessments.answeredOf', { answered, questions }),
    },
    {
      key: 'submitted',
      label: text('assessments.fields.submittedAt'),
      sortBy: 'submittedAt',
      cell: ({ submittedAt }) => (submittedAt === null ? '–' : dayAndTime(submittedAt)),
    },
  ];
  return (
    <Page
      title={text(mayReview && !mayAssign ? 'assessments.queue' : 'assessments.title')}
      provenance={text('assessments.provenance')}
    >
      <RecordList<AssessmentSummary>
        resource="assessments"
        label={text('assessments.title')}
        columns={columns}
        sort={{ field: 'submittedAt', order: 'ASC' }}
        filterDefaultValues={{ state: 'submitted' }}
        filters={
          <div className="filters">
            <ChoiceFilter
              label={text('assessments.fields.state')}
              source="state"
              all={text('assessments.everyState')}
              choices={states.map((state) => ({ value: state, label: text(`assessments.states.${state}`) }))}
            />
          </div>
        }
        noMatch={<Empty title={text('assessments.nothing')}>{text('assessments.nothingHere')}</Empty>}
        empty={
          <Empty
            title={text('assessments.none')}
            action={
              mayAssign && (
                <Link className="button" to="/workers">
                  {text('assessments.assignFirst')}
                </Link>
              )
            }
          >
            {text('assessments.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
