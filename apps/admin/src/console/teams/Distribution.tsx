import { useText } from '../providers/useText.ts';

interface DistributionProps {
  /** Eleven counts: ten tenths, and those who have all of it. */
  low: readonly number[];
  high: readonly number[];
}

/** A table whose numbers have bars behind them: read as numbers, seen as a shape. */
export function Distribution({ low, high }: DistributionProps) {
  const text = useText();
  const most = Math.max(1, ...low, ...high);
  const label = (tenth: number): string =>
    tenth === 10
      ? text('groups.distribution.whole')
      : text('groups.distribution.tenth', { from: tenth * 10, to: tenth * 10 + 9 });
  return (
    <div className="distribution">
      <h2 id="distribution">{text('groups.distribution.title')}</h2>
      <p className="hint">{text('groups.distribution.what')}</p>
      <table aria-labelledby="distribution">
        <thead>
          <tr>
            <th scope="col">{text('groups.distribution.readiness')}</th>
            <th scope="col">{text('groups.distribution.low')}</th>
            <th scope="col">{text('groups.distribution.high')}</th>
          </tr>
        </thead>
        <tbody>
          {low.map((count, tenth) => (
            <tr key={tenth}>
              <th scope="row">{label(tenth)}</th>
              <Bar kind="low" count={count} most={most} />
              <Bar kind="high" count={high[tenth] ?? 0} most={most} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Bar = ({ kind, count, most }: { kind: 'low' | 'high'; count: number; most: number }) => (
  <td>
    <span className="distribution-cell">
      <span
        className={`distribution-bar distribution-${kind}`}
        style={{ inlineSize: `${(count * 100) / most}%` }}
        aria-hidden="true"
      />
      <span className="distribution-count">{count}</span>
    </span>
  </td>
);
