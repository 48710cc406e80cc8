import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { day } from '../../look/numbers.ts';
import { useIsWide } from '../layout/useIsWide.ts';
import type { KsaCover } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { organisationKey, type GroupKey } from './groupQueries.ts';
import { Minimum } from './Minimum.tsx';

interface CoverTableProps {
  ksas: readonly KsaCover[];
  expiringBefore: string;
  group: GroupKey;
  mayEdit: boolean;
}

/** One line a KSA; a card each on a phone. */
export function CoverTable({ ksas, group, ...rest }: CoverTableProps) {
  const text = useText();
  const wide = useIsWide();
  const hasMinimums = group !== organisationKey;
  if (!wide)
    return (
      <ul className="cards" aria-label={text('cover.table')}>
        {ksas.map((ksa) => (
          <li key={ksa.ksaCode}>
            <Name ksa={ksa} />
            <dl className="card-facts">
              <Fact label={text('cover.fields.met')}>{text('cover.fields.of', counts(ksa))}</Fact>
              <Fact label={text('cover.fields.open')}>{text('cover.fields.openOf', counts(ksa))}</Fact>
              {hasMinimums && (
                <Fact label={text('cover.fields.minimum')}>
                  <Minimum ksa={ksa} group={group} {...rest} />
                </Fact>
              )}
            </dl>
            <Why ksa={ksa} {...rest} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="list cover-table" aria-label={text('cover.table')}>
      <thead>
        <tr>
          <th scope="col">{text('cover.fields.ksa')}</th>
          <th scope="col">{text('cover.fields.met')}</th>
          <th scope="col">{text('cover.fields.open')}</th>
          {hasMinimums && <th scope="col">{text('cover.fields.minimum')}</th>}
          <th scope="col">{text('cover.fields.why')}</th>
        </tr>
      </thead>
      <tbody>
        {ksas.map((ksa) => (
          <tr key={ksa.ksaCode}>
            <th scope="row">
              <Name ksa={ksa} />
            </th>
            <td>{text('cover.fields.of', counts(ksa))}</td>
            <td>{text('cover.fields.openOf', counts(ksa))}</td>
            {hasMinimums && (
              <td>
                <Minimum ksa={ksa} group={group} {...rest} />
              </td>
            )}
            <td>
              <Why ksa={ksa} {...rest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const counts = ({ required, met, short, unknown }: KsaCover) => ({ required, met, short, unknown });

const Name = ({ ksa: { title, ksaCode } }: { ksa: KsaCover }) => (
  <span>
    {title} <span className="hint cover-code">{ksaCode}</span>
  </span>
);

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Why({ ksa, expiringBefore }: { ksa: KsaCover; expiringBefore: string }) {
  const text = useText();
  const { zeroCover, belowMinimum, minimum, met, expiring, onlyMetBy } = ksa;
  return (
    <span className="cover-why">
      {zeroCover && <span className="tag tag-short">{text('cover.zero')}</span>}
      {onlyMetBy !== null && (
        <Link className="cover-single" to={`/workers/${onlyMetBy.id}/show`}>
          {text('cover.single', { worker: onlyMetBy.name })}
        </Link>
      )}
      {belowMinimum && (
        <span className="tag tag-short">{text('cover.below', { smart_count: (minimum ?? 0) - met })}</span>
      )}
      {expiring > 0 && (
        <span className="tag tag-expiry">
          {text('cover.expiring', { smart_count: expiring, date: day(expiringBefore) })}
        </span>
      )}
    </span>
  );
}
