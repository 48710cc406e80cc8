import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { itemKinds } from '#domain';
import { download } from '../curation/download.ts';
import { CheckField, ChoiceField } from '../layout/Field.tsx';
import { Empty } from '../layout/Notice.tsx';
import { useFilters } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { inWords } from '../providers/problem.ts';
import type { Crosswalk, CrosswalkGap } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { CrosswalkFrame } from './CrosswalkFrame.tsx';

export default function CrosswalkGaps() {
  return <CrosswalkFrame tab="gaps">{(crosswalk) => <Gaps crosswalk={crosswalk} />}</CrosswalkFrame>;
}

/** Which items, and which associations count as a partner. */
interface GapsFilter {
  side: 'from' | 'to';
  kinds: [(typeof itemKinds)[number]];
  partnerKinds?: ['exact'];
}

const AT_FIRST: GapsFilter = { side: 'from', kinds: ['sub-competency'] };

function Gaps({ crosswalk }: { crosswalk: Crosswalk }) {
  const text = useText();
  const none = <Empty title={text('crosswalks.gaps.none')}>{text('crosswalks.gaps.noneYet')}</Empty>;
  const columns: Column<CrosswalkGap>[] = [
    {
      key: 'title',
      label: text('crosswalks.gaps.fields.title'),
      cell: ({ id, releaseId, title, code }) => (
        <>
          <Link to={`/framework/${id}?release=${releaseId}`}>{title}</Link>
          <span className="second">{code}</span>
        </>
      ),
    },
    {
      key: 'above',
      label: text('crosswalks.gaps.fields.above'),
      cell: ({ above }) =>
        above === null ? (
          <span className="hint">{text('crosswalks.gaps.noneAbove')}</span>
        ) : (
          <>
            {above.title}
            <span className="second">{above.code}</span>
          </>
        ),
    },
  ];
  return (
    <RecordList<CrosswalkGap>
      resource={`crosswalks/${crosswalk.id}/gaps`}
      label={text('crosswalks.gaps.title')}
      columns={columns}
      sort={{ field: 'code', order: 'ASC' }}
      filterDefaultValues={{ ...AT_FIRST }}
      filters={<Filters crosswalk={crosswalk} />}
      empty={none}
      noMatch={none}
    />
  );
}

function Filters({ crosswalk }: { crosswalk: Crosswalk }) {
  const text = useText();
  const notify = useNotify();
  const { filterValues, setFilters } = useFilters();
  const filter: GapsFilter = { ...AT_FIRST, ...filterValues };
  const { side, kinds, partnerKinds } = filter;
  const save = () =>
    download(
      `/api/crosswalks/${crosswalk.id}/gaps.csv?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      'without-a-partner.csv',
    ).catch((error: unknown) => notify(inWords(error), { type: 'error' }));
  return (
    <div className="filters gap-filters">
      <ChoiceField
        label={text('crosswalks.gaps.side')}
        value={side}
        change={(chosen) => setFilters({ ...filter, side: chosen })}
        choices={(['from', 'to'] as const).map((each) => ({
          value: each,
          label: crosswalk[each].framework,
        }))}
      />
      <ChoiceField
        label={text('crosswalks.gaps.kind')}
        value={kinds[0]}
        change={(kind) => setFilters({ ...filter, kinds: [kind] })}
        choices={itemKinds.map((each) => ({ value: each, label: text(`search.kinds.${each}`) }))}
      />
      <CheckField
        label={text('crosswalks.gaps.onlyExact')}
        checked={partnerKinds !== undefined}
        change={(only) =>
          setFilters({ side, kinds, ...(only ? { partnerKinds: ['exact'] } : {}) } satisfies GapsFilter)
        }
      />
      <button className="button button-quiet" type="button" onClick={() => void save()}>
        {text('crosswalks.gaps.file')}
      </button>
    </div>
  );
}
