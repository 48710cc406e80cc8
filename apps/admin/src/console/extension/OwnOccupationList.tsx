import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useRelease, useTechnologyAreas } from '../providers/queries.ts';
import type { OwnOccupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function OwnOccupationList() {
  const text = useText();
  const mayEdit = useMay('own-occupations', 'edit');
  const { data: release } = useRelease();
  const { data: areas = [] } = useTechnologyAreas(release?.id);
  const create = mayEdit && (
    <Link className="button" to="/own-occupations/create">
      {text('own.addOccupation')}
    </Link>
  );
  const columns: Column<OwnOccupation>[] = [
    {
      key: 'title',
      label: text('own.fields.title'),
      sortBy: 'title',
      cell: ({ id, title, roleFamily, goneKsas }) => (
        <>
          {mayEdit ? <Link to={`/own-occupations/${id}`}>{title}</Link> : title}
          {roleFamily !== null && <span className="second">{roleFamily}</span>}
          {goneKsas.length > 0 && (
            <span className="second">
              {text('own.gone.some', { smart_count: goneKsas.length, release: release?.label ?? '' })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'area',
      label: text('own.fields.technologyArea'),
      cell: ({ technologyArea }) => areas.find(({ code }) => code === technologyArea)?.name ?? technologyArea,
    },
    { key: 'ksas', label: text('own.fields.selected'), numeric: true, cell: ({ ksas }) => ksas.length },
  ];
  return (
    <Page title={text('own.occupations')} provenance={text('own.occupationsProvenance')} actions={create}>
      <p className="section-text">
        <Link to="/own-items">{text('own.toItems')}</Link>
      </p>
      <RecordList<OwnOccupation>
        resource="own-occupations"
        label={text('own.occupations')}
        columns={columns}
        sort={{ field: 'title', order: 'ASC' }}
        empty={
          <Empty title={text('own.noOccupation')} action={create}>
            {text('own.noOccupationYet')}
          </Empty>
        }
      />
    </Page>
  );
}
