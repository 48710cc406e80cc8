import { readinessFigure } from '../../look/gapWords.ts';
import { ReadinessBar } from '../../look/ReadinessBar.tsx';
import type { GroupReadiness } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Distribution } from './Distribution.tsx';
import { meanFigure, percentOfShare } from './groupModel.ts';

/** The mean as a figure and a bar, who is qualified, how it is spread, and the same role by role. */
export function ReadinessPanel({ readiness }: { readiness: GroupReadiness }) {
  const text = useText();
  const { mean, scores, qualified } = readiness;
  if (mean === null) return null;
  return (
    <section className="panel group-readiness" aria-label={text('groups.readiness')}>
      <div className="group-mean">
        <p>
          <span className="group-figure">{meanFigure(mean)}</span> %{' '}
          <span className="hint">{text('groups.ready', { smart_count: scores })}</span>
        </p>
        <ReadinessBar parts={partsOf(mean)} />
      </div>
      <div>
        <h2>{text('groups.qualified.title')}</h2>
        <dl className="group-counts">
          <Count mark="✓" word={text('groups.qualified.yes')} count={qualified.yes} />
          <Count mark="✕" word={text('groups.qualified.no')} count={qualified.no} />
          <Count mark="?" word={text('groups.qualified.notYetKnown')} count={qualified.notYetKnown} />
        </dl>
      </div>
      <Distribution low={readiness.lowTenths} high={readiness.highTenths} />
      <ByRole readiness={readiness} />
    </section>
  );
}

const Count = ({ mark, word, count }: { mark: string; word: string; count: number }) => (
  <div>
    <dt>
      <span aria-hidden="true">{mark} </span>
      {word}
    </dt>
    <dd>{count}</dd>
  </div>
);

/** In tenths of a point, the edges rounded down, so that the three add up to 100.0. */
function partsOf({ low, high }: NonNullable<GroupReadiness['mean']>) {
  const tenths = (share: typeof low) => Math.round(Number(percentOfShare(share, 1)) * 10);
  return {
    attained: tenths(low),
    notAssessed: tenths(high) - tenths(low),
    short: 1000 - tenths(high),
  };
}

function ByRole({ readiness: { roleProfiles } }: { readiness: GroupReadiness }) {
  const text = useText();
  return (
    <div className="group-roles">
      <h2>{text('groups.byRole.title')}</h2>
      <ul className="rows">
        {roleProfiles.map(({ roleProfile, scores, low, high, denominator, qualified }) => (
          <li className="row-line" key={`${roleProfile.id}.${roleProfile.version}`}>
            <span>{text('groups.byRole.version', roleProfile)}</span>
            <span className="hint">
              {text('groups.percent', {
                figure: readinessFigure({ low, high, denominator: denominator * scores }),
              })}{' '}
              · {text('teams.workers', { smart_count: scores })} · ✓ {qualified.yes}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
