import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client.ts';
import { Failure } from '../layout/Notice.tsx';
import type { Association } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { seenFrom } from './associationModel.ts';

/** What stands beside an item in other frameworks; nothing where no crosswalk says anything of it. */
export function ItemAssociations({ item }: { item: { id: string; code: string; title: string } }) {
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['associations', 'of-item', item.id],
    queryFn: ({ signal }) => get<Association[]>(`/api/items/${item.id}/associations`, { signal }),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  const lineage = lineageOf(data, item.id);
  return (
    <section className="item-part">
      <h3>{text('crosswalks.ofItem.title')}</h3>
      <ul className="item-list">
        {data.map((association) => {
          const { other, kind } = seenFrom((side) => side.lineage === lineage, association);
          return (
            <li key={association.id}>
              <span>
                <Link to={`/framework/${other.itemId}?release=${other.releaseId}`}>{other.title}</Link>{' '}
                <span className="hint">{text(`crosswalks.kinds.${kind}`)}</span>
              </span>
              <span className="hint">
                {other.code} ·{' '}
                <Link to={`/crosswalks/${association.crosswalkId}/show`}>{other.framework}</Link>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The one that all of them share: of a draft's item another release's id stands in them. */
function lineageOf(associations: readonly Association[], itemId: string): string | undefined {
  for (const { from, to } of associations) {
    if (from.itemId === itemId) return from.lineage;
    if (to.itemId === itemId) return to.lineage;
  }
  const [first] = associations;
  const shared = (lineage: string | undefined) =>
    associations.every(({ from, to }) => from.lineage === lineage || to.lineage === lineage);
  return shared(first?.from.lineage) ? first?.from.lineage : first?.to.lineage;
}
