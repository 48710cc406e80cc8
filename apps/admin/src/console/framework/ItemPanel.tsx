import { useState } from 'react';
import { Link } from 'react-router';
import { ItemAssociations } from '../crosswalks/ItemAssociations.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { ItemProposals } from '../proposals/ItemProposals.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { isChanging, useItem } from '../providers/queries.ts';
import type { Item, ItemDetail, Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { ItemActions } from './editing/ItemActions.tsx';
import { ItemHistory } from './ItemHistory.tsx';
import { WhereUsed } from './WhereUsed.tsx';

interface ItemPanelProps {
  id: string;
  release: Release;
  /** Of a draft, for curators: what else is in it, and how another item is opened. */
  editing: { items: readonly Item[]; open: (itemId: string | null) => void } | null;
  back: string;
}

/** One item of the framework: what it means, whose words these are, who needs it, and what has become of it. */
export function ItemPanel({ id, release, editing, back }: ItemPanelProps) {
  const text = useText();
  const mayPropose = useMay('proposals', 'create');
  const mayReadRoles = useMay('role-profiles', 'list');
  const { data: item, error, refetch } = useItem(id, isChanging(release));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (item === undefined) return <Bones />;
  return (
    <>
      <p className="item-back">
        <Link to={back}>{text('framework.back')}</Link>
      </p>
      {item.ancestors.length > 0 && (
        <p className="provenance">{item.ancestors.map(({ title }) => title).join(' / ')}</p>
      )}
      <h2 className="item-title">
        {item.title}{' '}
        {item.provisional && <span className="tag tag-expiry">{text('framework.provisional')}</span>}
      </h2>
      <p className="provenance">
        {text(`framework.kinds.${item.kind}`)} {item.code}
      </p>
      {editing !== null && <ItemActions item={item} items={editing.items} open={editing.open} />}
      <p className="item-definition">{item.definition ?? text('framework.noDefinition')}</p>
      {item.definitionSource !== null && (
        <p className="provenance">{text('framework.source', { source: item.definitionSource })}</p>
      )}
      {item.provisional && <p className="provenance">{text('framework.provisionalMeans')}</p>}
      {item.children.length > 0 && <Children item={item} />}
      <Occupations item={item} />
      {mayReadRoles && <WhereUsed itemId={item.id} />}
      {mayPropose && <ItemProposals item={item} />}
      <ItemAssociations item={item} />
      <ItemHistory itemId={item.id} />
    </>
  );
}

function Children({ item }: { item: ItemDetail }) {
  const text = useText();
  return (
    <section className="item-part">
      <h3>{text('framework.holds', { smart_count: item.ksaCount })}</h3>
      <ul className="item-list">
        {item.children.map((child) => (
          <li key={child.id}>
            <Link to={`/framework/${child.id}`}>{child.title}</Link>
            <span className="hint">{child.code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 20;

/** Those that select it, or a KSA in it. */
function Occupations({ item }: { item: ItemDetail }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const { occupations } = item;
  return (
    <section className="item-part">
      <h3>{text('framework.selectedBy', { smart_count: occupations.length })}</h3>
      <ul className="item-list">
        {(all ? occupations : occupations.slice(0, SHOWN)).map((occupation) => (
          <li key={occupation.id}>
            <Link to={`/occupations/${occupation.id}/show`}>{occupation.title}</Link>
            <span className="hint">{occupation.technologyAreaName}</span>
          </li>
        ))}
      </ul>
      {!all && occupations.length > SHOWN && (
        <button className="link-button" type="button" onClick={() => setAll(true)}>
          {text('framework.showAll', { count: occupations.length })}
        </button>
      )}
    </section>
  );
}
