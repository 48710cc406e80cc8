import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { list } from '../../api/client.ts';
import type { RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const SHOWN = 20;

/** The organisation's own role profiles that ask for a KSA, or for any under the item. */
export function WhereUsed({ itemId }: { itemId: string }) {
  const text = useText();
  const { data } = useQuery({
    queryKey: ['role-profiles', 'getList', 'asking', itemId],
    queryFn: ({ signal }) =>
      list<RoleProfile>('/api/role-profiles', { filter: { itemId }, range: [0, SHOWN - 1] }, signal),
  });
  if (data === undefined) return null;
  return (
    <section className="item-part">
      <h3>{text('framework.usedBy', { smart_count: data.total })}</h3>
      <ul className="item-list">
        {data.rows.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/role-profiles/${id}/show`}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
