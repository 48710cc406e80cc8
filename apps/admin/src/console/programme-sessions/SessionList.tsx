import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { costWords } from '../../look/training/trainingWords.ts';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { Programme, ProgrammeSession } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { daysOf } from '../training-plans/planModel.ts';

/** More programmes than these are found by their own list; a choice of thousands is none. */
const mostProgrammes = 500;

export default function SessionList() {
  const text = useText();
  const mayEdit = useMay('programme-sessions', 'edit');
  const { data: programmes = [] } = useGetList<Programme>('programmes', {
    pagination: { page: 1, perPage: mostProgrammes },
    sort: { field: 'title', order: 'ASC' },
  });
  const create = mayEdit && (
    <Link className="button" to="/programme-sessions/create">
      {text('sessions.add')}
    </Link>
  );
  const columns: Column<ProgrammeSession>[] = [
    {
      key: 'programme',
      label: text('sessions.fields.programme'),
      sortBy: 'programmeTitle',
      cell: ({ id, programme }) => (
        <>
          {mayEdit ? <Link to={`/programme-sessions/${id}`}>{programme.title}</Link> : programme.title}
          <span className="second">{programme.provider}</span>
        </>
      ),
    },
    {
      key: 'days',
      label: text('sessions.fields.days'),
      sortBy: 'firstDay',
      cell: (session) => daysOf(session),
    },
    {
      key: 'seats',
      label: text('sessions.fields.seats'),
      sortBy: 'seats',
      numeric: true,
      cell: ({ seats }) => seats ?? text('sessions.unlimited'),
    },
    {
      key: 'cost',
      label: text('sessions.fields.cost'),
      numeric: true,
      cell: ({ programme }) => costWords(programme.costCents, programme.currency),
    },
  ];
  return (
    <Page title={text('sessions.title')} provenance={text('sessions.provenance')} actions={create}>
      <RecordList<ProgrammeSession>
        resource="programme-sessions"
        label={text('sessions.title')}
        columns={columns}
        sort={{ field: 'firstDay', order: 'ASC' }}
        filters={
          <div className="filters">
            <ChoiceFilter
              label={text('sessions.search')}
              source="programmeId"
              all={text('sessions.everyProgramme')}
              choices={programmes.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </div>
        }
        empty={
          <Empty title={text('sessions.none')} action={create}>
            {text('sessions.noneYet')}
          </Empty>
        }
      />
    </Page>
  );
}
