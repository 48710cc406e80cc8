import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ReleasePicker } from '../framework/ReleasePicker.tsx';
import { Empty } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useReleases, useTechnologyAreas } from '../providers/queries.ts';
import type { Occupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { AddOccupation } from './editing/AddOccupation.tsx';
import '../curation/curation.css';

export default function OccupationList() {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const named = params.get('release');
  const { data: releases = [] } = useReleases();
  const release = releases.find(({ id, isCurrent }) => (named === null ? isCurrent : id === named));
  const known = useTechnologyAreas(release?.id).data;
  const areas = known ?? [];
  const mayCurate = useMay('occupations', 'edit');
  const isEditable = mayCurate && release?.state === 'draft';
  const [adding, setAdding] = useState(false);
  const add =
    isEditable &&
    (known?.length === 0 ? (
      <Link className="button" to={`/releases/${release.id}/groups`}>
        {text('occupations.editing.addAreaFirst')}
      </Link>
    ) : (
      <button className="button" type="button" onClick={() => setAdding(true)}>
        {text('occupations.editing.add')}
      </button>
    ));
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
      {...(release === undefined
        ? {}
        : {
            provenance: text('occupations.provenance', {
              count: release.occupationCount,
              label: release.label,
              framework: release.framework,
            }),
          })}
      actions={
        release !== undefined && (
          <>
            {add}
            <Link className="button button-quiet" to={`/releases/${release.id}/matrix`}>
              {text('releases.openMatrix')}
            </Link>
          </>
        )
      }
    >
      <div className="framework-head">
        <ReleasePicker
          releases={releases}
          value={release?.id ?? ''}
          change={(id) => setParams({ release: id })}
        />
      </div>
      {adding && release !== undefined && (
        <AddOccupation releaseId={release.id} areas={areas} close={() => setAdding(false)} />
      )}
      <RecordList<Occupation>
        key={release?.id ?? ''}
        {...(release === undefined || release.isCurrent ? {} : { filter: { releaseId: release.id } })}
        resource="occupations"
        label={text('occupations.title')}
        columns={columns}
        sort={{ field: 'title', order: 'ASC' }}
        empty={
          <Empty title={text('occupations.none')} action={add}>
            {release === undefined
              ? text('framework.noRelease')
              : text('occupations.noneIn', { label: release.label })}
          </Empty>
        }
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
