import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { itemKinds } from '#domain';
import { download } from '../curation/download.ts';
import { CheckField, ChoiceField } from '../layout/Field.tsx';
import { Empty } from '../layout/Notice.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { inWords } from '../providers/problem.ts';
import type { Crosswalk, CrosswalkGap } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { CrosswalkFrame } from './CrosswalkFrame.tsx';

export default function CrosswalkGaps() {
  return <CrosswalkFrame tab="gaps">{(crosswalk) => <Gaps crosswalk={crosswalk} />}</CrosswalkFrame>;
}

function Gaps({ crosswalk }: { crosswalk: Crosswalk }) {
  const text = useText();
  const notify = useNotify();
  const [side, setSide] = useState<'from' | 'to'>('from');
  const [kind, setKind] = useState<(typeof itemKinds)[number]>('sub-competency');
  const [onlyExact, setOnlyExact] = useState(false);
  const filter = { side, kinds: [kind], ...(onlyExact ? { partnerKinds: ['exact'] } : {}) };
  const save = () =>
    download(
      `/api/crosswalks/${crosswalk.id}/gaps.csv?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      'without-a-partner.csv',
    ).catch((error: unknown) => notify(inWords(error), { type: 'error' }));
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
      // Another side or kind is another list: it begins with its first page.
      key={JSON.stringify(filter)}
      resource={`crosswalks/${crosswalk.id}/gaps`}
      label={text('crosswalks.gaps.title')}
      columns={columns}
      sort={{ field: 'code', order: 'ASC' }}
      filter={filter}
      filters={
        <div className="filters gap-filters">
          <ChoiceField
            label={text('crosswalks.gaps.side')}
            value={side}
            change={setSide}
            choices={(['from', 'to'] as const).map((each) => ({
              value: each,
              label: crosswalk[each].framework,
            }))}
          />
          <ChoiceField
            label={text('crosswalks.gaps.kind')}
            value={kind}
            change={setKind}
            choices={itemKinds.map((each) => ({ value: each, label: text(`search.kinds.${each}`) }))}
          />
          <CheckField label={text('crosswalks.gaps.onlyExact')} checked={onlyExact} change={setOnlyExact} />
          <button className="button button-quiet" type="button" onClick={() => void save()}>
            {text('crosswalks.gaps.file')}
          </button>
        </div>
      }
      empty={<Empty title={text('crosswalks.gaps.none')}>{text('crosswalks.gaps.noneYet')}</Empty>}
    />
  );
}
