import type { WhatIfAnswer } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { meanFigure } from '../teams/groupModel.ts';
import '../gap-scores/readiness.css';
import '../list/list.css';
import './result.css';

interface ComparedProps {
  answer: Pick<WhatIfAnswer, 'before' | 'after'>;
}

/** Now beside then: how many, how ready, how many qualified. */
export function Compared({ answer: { before, after } }: ComparedProps) {
  const text = useText();
  const rows = [
    { key: 'members', was: before.members, is: after.members },
    { key: 'yes', was: before.qualified.yes, is: after.qualified.yes },
    { key: 'no', was: before.qualified.no, is: after.qualified.no },
    { key: 'notYetKnown', was: before.qualified.notYetKnown, is: after.qualified.notYetKnown },
  ] as const;
  return (
    <table className="list compared" aria-label={text('whatIf.compared')} aria-live="polite">
      <thead>
        <tr>
          <th scope="col">
            <span className="said">{text('whatIf.what')}</span>
          </th>
          <th scope="col">{text('whatIf.now')}</th>
          <th scope="col">{text('whatIf.then')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{text('whatIf.rows.readiness')}</th>
          <MeanCell mean={before.mean} />
          <MeanCell mean={after.mean} />
        </tr>
        {rows.map(({ key, was, is }) => (
          <tr key={key}>
            <th scope="row">{text(`whatIf.rows.${key}`)}</th>
            <td>{was}</td>
            <td>
              {is} {is !== was && <span className="hint">{signed(is - was)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const signed = (change: number): string => (change > 0 ? `+${change}` : `−${-change}`);

/** The mean as a figure over a bar: solid to low, hatched to high. */
function MeanCell({ mean }: { mean: WhatIfAnswer['before']['mean'] }) {
  const text = useText();
  if (mean === null) return <td>{text('whatIf.nobody')}</td>;
  const { low, high } = mean;
  return (
    <td>
      <span className="compared-figure">{text('gaps.percent', { figure: meanFigure(mean) })}</span>
      <span className="readiness-line compared-bar" aria-hidden="true">
        <span className="readiness-low" style={{ width: `${low.value * 100}%` }} />
        <span className="readiness-open" style={{ width: `${(high.value - low.value) * 100}%` }} />
      </span>
    </td>
  );
}

/** How many have how much, at least: ten tenths and the whole, now and then side by side. */
export function Spread({ answer: { before, after } }: ComparedProps) {
  const text = useText();
  const most = Math.max(1, ...before.lowTenths, ...after.lowTenths);
  return (
    <details className="what-if-part">
      <summary>{text('whatIf.spread')}</summary>
      <table className="spread">
        <thead>
          <tr>
            <th scope="col">{text('whatIf.atLeast')}</th>
            <th scope="col">{text('whatIf.now')}</th>
            <th scope="col">{text('whatIf.then')}</th>
          </tr>
        </thead>
        <tbody>
          {before.lowTenths.map((was, tenth) => (
            <tr key={tenth}>
              <th scope="row">{tenth === 10 ? '100 %' : text('whatIf.tenth', { from: tenth * 10 })}</th>
              {[was, after.lowTenths[tenth] ?? 0].map((count, side) => (
                <td key={side}>
                  <span className="spread-cell">
                    <span
                      className={side === 0 ? 'spread-bar spread-now' : 'spread-bar'}
                      style={{ inlineSize: `${(count * 100) / most}%` }}
                      aria-hidden="true"
                    />
                    {count}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
