import { Link } from 'react-router';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useItem } from '../providers/queries.ts';
import type { ItemDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** One item of the framework: what it means, whose words these are, and who needs it. */
export function ItemPanel({ id }: { id: string }) {
  const text = useText();
  const { data: item, error, refetch } = useItem(id);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (item === undefined) return <Bones />;
  return (
    <>
      <p className="item-back">
        <Link to="/framework">{text('framework.back')}</Link>
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
      <p className="item-definition">{item.definition ?? text('framework.noDefinition')}</p>
      {item.definitionSource !== null && (
        <p className="provenance">{text('framework.source', { source: item.definitionSource })}</p>
      )}
      {item.provisional && <p className="provenance">{text('framework.provisionalMeans')}</p>}
      {item.children.length > 0 && <Children item={item} />}
      {item.kind === 'ksa' && <Occupations item={item} />}
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

function Occupations({ item }: { item: ItemDetail }) {
  const text = useText();
  return (
    <section className="item-part">
      <h3>{text('framework.selectedBy', { smart_count: item.occupations.length })}</h3>
      <ul className="item-list">
        {item.occupations.map((occupation) => (
          <li key={occupation.id}>
            <Link to={`/occupations/${occupation.id}/show`}>{occupation.title}</Link>
            <span className="hint">{occupation.technologyAreaName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
