import { useState } from 'react';
import { Link } from 'react-router';
import { associationKinds } from '#domain';
import { Empty } from '../layout/Notice.tsx';
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx';
import { RecordList, type Column } from '../list/RecordList.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { Association, Crosswalk } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { AddAssociation } from './AddAssociation.tsx';
import { CrosswalkFrame } from './CrosswalkFrame.tsx';
import { EditAssociation } from './EditAssociation.tsx';

export default function CrosswalkShow() {
  const text = useText();
  const mayEdit = useMay('crosswalks', 'edit');
  const [adding, setAdding] = useState(false);
  const add = mayEdit && (
    <button className="button" type="button" onClick={() => setAdding(true)}>
      {text('crosswalks.associations.add')}
    </button>
  );
  return (
    <CrosswalkFrame tab="associations" actions={() => add}>
      {(crosswalk) => (
        <>
          <Associations crosswalk={crosswalk} mayEdit={mayEdit} add={add} />
          {adding && <AddAssociation crosswalk={crosswalk} close={() => setAdding(false)} />}
        </>
      )}
    </CrosswalkFrame>
  );
}

interface AssociationsProps {
  crosswalk: Crosswalk;
  mayEdit: boolean;
  add: React.ReactNode;
}

function Associations({ crosswalk, mayEdit, add }: AssociationsProps) {
  const text = useText();
  const [edited, setEdited] = useState<Association | null>(null);
  const columns: Column<Association>[] = [
    {
      key: 'from',
      label: text('crosswalks.associations.fields.from'),
      sortBy: 'from',
      cell: ({ from }) => <ItemLine item={from} />,
    },
    {
      key: 'kind',
      label: text('crosswalks.associations.fields.kind'),
      sortBy: 'kind',
      cell: ({ kind }) => text(`crosswalks.kinds.${kind}`),
    },
    {
      key: 'to',
      label: text('crosswalks.associations.fields.to'),
      sortBy: 'to',
      cell: ({ to }) => <ItemLine item={to} />,
    },
    {
      key: 'confidence',
      label: text('crosswalks.associations.fields.confidence'),
      sortBy: 'confidence',
      cell: ({ confidence }) =>
        confidence === null ? (
          <span className="hint">{text('crosswalks.associations.unsaid')}</span>
        ) : (
          text('crosswalks.associations.percent', { percent: confidence })
        ),
    },
    {
      key: 'note',
      label: text('crosswalks.associations.fields.note'),
      cell: ({ note, source }) => (
        <>
          {note || '–'}
          {source !== '' && <span className="second">{source}</span>}
        </>
      ),
    },
    ...(mayEdit
      ? [
          {
            key: 'edit',
            label: '',
            cell: (association: Association) => (
              <button
                className="button button-quiet"
                type="button"
                aria-label={text('crosswalks.associations.editOne', {
                  from: association.from.code,
                  to: association.to.code,
                })}
                onClick={() => setEdited(association)}
              >
                {text('crosswalks.associations.edit')}
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <RecordList<Association>
        resource={`crosswalks/${crosswalk.id}/associations`}
        label={text('crosswalks.associations.title')}
        columns={columns}
        sort={{ field: 'from', order: 'ASC' }}
        filters={
          <div className="filters">
            <SearchFilter label={text('crosswalks.associations.search')} />
            <KindFilter />
          </div>
        }
        empty={
          <Empty title={text('crosswalks.associations.none')} action={add}>
            {text('crosswalks.associations.noneYet')}
          </Empty>
        }
      />
      {edited !== null && <EditAssociation association={edited} close={() => setEdited(null)} />}
    </>
  );
}

function KindFilter() {
  const text = useText();
  return (
    <ChoiceFilter
      label={text('crosswalks.associations.fields.kind')}
      source="kind"
      all={text('crosswalks.associations.everyKind')}
      choices={associationKinds.map((kind) => ({ value: kind, label: text(`crosswalks.kinds.${kind}`) }))}
    />
  );
}

const ItemLine = ({ item }: { item: Association['from'] }) => (
  <>
    <Link to={`/framework/${item.itemId}?release=${item.releaseId}`}>{item.title}</Link>
    <span className="second">{item.code}</span>
  </>
);
