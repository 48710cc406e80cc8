import { sources } from '#domain';
import type { RatingPolicy } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** A policy in words, for whoever may read it and not change it. */
export function PolicyRead({ policy }: { policy: RatingPolicy }) {
  const text = useText();
  const named = (source: (typeof sources)[number]): string => text(`policy.sources.${source}`);
  const limited = sources.filter((source) => policy.validityDays[source] !== undefined);
  return (
    <dl className="facts policy-read">
      <dt>{text('policy.kind')}</dt>
      <dd>{text(`policy.kinds.${policy.kind}`)}</dd>
      {policy.kind === 'most-trusted' ? (
        <>
          <dt>{text('policy.ranks')}</dt>
          <dd>{policy.ranks.map((rank) => rank.map(named).join(' = ')).join(' > ')}</dd>
        </>
      ) : (
        <>
          <dt>{text('policy.weights')}</dt>
          <dd>{sources.map((source) => `${named(source)} ${policy.weights[source]}`).join(', ')}</dd>
          <dt>{text('policy.halfLife')}</dt>
          <dd>{policy.halfLifeDays}</dd>
        </>
      )}
      <dt>{text('policy.validity')}</dt>
      <dd>
        {limited.length === 0
          ? text('policy.unlimited')
          : limited
              .map((source) =>
                text('policy.validFor', {
                  source: named(source),
                  smart_count: policy.validityDays[source] ?? 0,
                }),
              )
              .join(', ')}
      </dd>
    </dl>
  );
}
