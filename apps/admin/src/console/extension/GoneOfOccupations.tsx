import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { list } from '../../api/client.ts';
import { useMay } from '../providers/MeContext.tsx';
import { useRelease } from '../providers/queries.ts';
import type { OwnOccupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Of occupations, the own ones among which have lost KSAs: what begins from them asks for fewer. */
export function GoneOfOccupations({ ids }: { ids: readonly string[] }) {
  const text = useText();
  const mayEdit = useMay('own-occupations', 'edit');
  const { data: release } = useRelease();
  const { data } = useQuery({
    queryKey: ['own-occupations', 'gone', ids],
    queryFn: ({ signal }) => list<OwnOccupation>('/api/own-occupations', { filter: { id: ids } }, signal),
    enabled: ids.length > 0,
  });
  const some = (data?.rows ?? []).filter(({ goneKsas }) => goneKsas.length > 0);
  return some.map(({ id, title, goneKsas }) => (
    <div className="notice" role="status" key={id}>
      <p>
        {text('own.gone.leftOut', {
          ...{ smart_count: goneKsas.length, title },
          release: release?.label ?? '',
        })}
      </p>
      {mayEdit && (
        <Link className="button button-quiet" to={`/own-occupations/${id}`}>
          {text('own.gone.decide')}
        </Link>
      )}
    </div>
  ));
}
