import { Link } from 'react-router';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useRelease, useTechnologyAreas } from '../providers/queries.ts';
import type { Occupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

export default function OccupationList() {
  const text = useText();
  const { data: release } = useRelease();
  const { data: areas = [] } = useTechnologyAreas(release?.id);
  const columns: Column<Occupation>[] = [
    {
      key: 'title',
      label: text('occupations.fields.title'),
      sortBy: 'title',
      cell: ({ id, title }) => <Link to={`/occupations/${id}/show`}>{title}</Link>,
    },
    {
      key: 'area',
      label: text('occupations.fields.technologyArea'),
      sortBy: 'technologyArea',
      cell: ({ technologyAreaName }) => technologyAreaName,
    },
    {
      key: 'selectedBy',
      label: text('occupations.fields.selectedBy'),
      sortBy: 'selectedBy',
      numeric: true,
      wideOnly: true,
      cell: ({ selectedBy }) => selectedBy,
    },
    {
      key: 'ksaCount',
      label: text('occupations.fields.ksaCount'),
      sortBy: 'ksaCount',
      numeric: true,
      cell: ({ ksaCount }) => ksaCount,
    },
  ];
  return (
    <Page
      title={text('occupations.title')}
      {...(release == null
        ? {}
        : {
            provenance: text('occupations.provenance', {
              count: release.occupationCount,
              label: release.label,
              framework: release.framework,
            }),
          })}
    >
      <RecordList<Occupation>
        resource="occupations"
        label={text('occupations.title')}
        columns={columns}
        sort={{ field: 'title', order: 'ASC' }}
        empty={<Empty title={text('occupations.none')}>{text('framework.noRelease')}</Empty>}
        filters={
          <div className="filters">
            <SearchFilter label={text('occupations.search')} />
            <ChoiceFilter
              label={text('occupations.fields.technologyArea')}
              source="technologyArea"
              all={text('occupations.allAreas')}
              choices={areas.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </div>
        }
      />
    </Page>
  );
}
