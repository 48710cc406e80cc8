import type { GapRequirement, GapView } from '../api/types.ts';
import { evidenceWords, expiresSoon, fromTo, labelOf, ratingWords, ringWords } from './gapWords.ts';
import { day, lower, points, tenthsDown } from './numbers.ts';
import { PartBar } from './ReadinessBar.tsx';
import { Ring } from './Ring.tsx';

interface RowProps {
  requirement: GapRequirement;
  view: GapView;
  /** The largest share on the page: the bars of all rows have one measure. */
  largest: number;
}

function Points({ requirement, denominator }: { requirement: GapRequirement; denominator: number }) {
  const share = points(tenthsDown(requirement.share, denominator));
  if (requirement.status === 'unknown') return <strong>0 to {share}</strong>;
  if (requirement.status === 'met') {
    return (
      <>
        <strong>{share}</strong> full
      </>
    );
  }
  return (
    <>
      <strong>−{points(tenthsDown(requirement.shortfall, denominator))}</strong> of {share}
    </>
  );
}

/** Why this row has these points, step by step and in whole numbers, so that anybody can do the sum again. */
function Calculation({ requirement, view }: { requirement: GapRequirement; view: GapView }) {
  const { attained, requiredLevel, weight, share, part, shortfall } = requirement;
  const totalWeight = view.requirements.reduce((sum, { weight: each }) => sum + each, 0);
  const inPoints = (numerator: number) => points(tenthsDown(numerator, view.denominator));
  return (
    <>
      Weight {weight} of {totalWeight} in all is a share of {inPoints(share)} points.{' '}
      {attained === null
        ? `With no rating it counts 0 in the low end and ${inPoints(share)} in the high end.`
        : `Level ${Math.min(attained, requiredLevel)} of ${requiredLevel} required brings ${inPoints(part)}, and ${inPoints(shortfall)} are to gain.`}{' '}
      Exactly: {attained === null ? share : part} of {view.denominator}.
    </>
  );
}

function RowProvenance({ requirement, view }: { requirement: GapRequirement; view: GapView }) {
  const { rating, evidence, critical, requiredLevel, definition } = requirement;
  const difference = view.calibration.items.find(
    ({ ksaCode }) => ksaCode === requirement.ksaCode,
  )?.difference;
  return (
    <dl className="gap-facts">
      {definition !== null && (
        <div>
          <dt>What it is</dt>
          <dd>{definition}</dd>
        </div>
      )}
      <div>
        <dt>Rating</dt>
        <dd>
          {rating === null
            ? 'None that counts by this date.'
            : `Level ${rating.level}, ${lower(labelOf(view.scale, rating.level))}. ${ratingWords(rating)}${
                rating.expiresAt === null ? '.' : `, expires ${day(rating.expiresAt)}.`
              }`}
          {difference !== undefined &&
            difference !== 0 &&
            ` The self-rating is ${Math.abs(difference)} ${difference > 0 ? 'above' : 'below'} it.`}
        </dd>
      </div>
      <div>
        <dt>Required</dt>
        <dd>
          Level {requiredLevel}, {lower(labelOf(view.scale, requiredLevel))}
          {critical ? ', critical' : ''}. Proven by {evidenceWords(evidence)}
          {requirement.status === 'met' && !requirement.verified ? ': not verified by that yet.' : '.'}
        </dd>
      </div>
      <div>
        <dt>Points</dt>
        <dd>
          <Calculation requirement={requirement} view={view} />
        </dd>
      </div>
    </dl>
  );
}

/** One requirement; it opens to say where its numbers come from. */
export function RequirementRow({ requirement, view, largest }: RowProps) {
  const { status, verified, attained, rating } = requirement;
  const notVerified = status === 'met' && !verified;
  return (
    <li className={`gap-row gap-row-${status}`}>
      <details>
        <summary>
          <span className="gap-ring">
            <Ring
              attained={attained}
              required={requirement.requiredLevel}
              maxLevel={view.scale.maxLevel}
              verified={!notVerified}
              size={44}
              label={ringWords(requirement, view.scale)}
            />
          </span>
          <span className="gap-ksa">
            <span className="gap-title">
              {requirement.title}
              {requirement.critical && <span className="chip">Critical</span>}
              {notVerified && <span className="chip chip-open">Not verified</span>}
              {expiresSoon(rating, view.asOf) && rating?.expiresAt != null && (
                <span className="chip chip-expiry">
                  <span aria-hidden="true">◥ </span>expires {day(rating.expiresAt)}
                </span>
              )}
            </span>
            <span className="gap-source">
              {requirement.ksaCode} · {ratingWords(rating)}
            </span>
          </span>
          <span className="gap-from-to">{fromTo(requirement, view.scale)}</span>
          <span className="gap-part">
            <PartBar
              scale={largest === 0 ? 0 : requirement.share / largest}
              attained={status === 'unknown' ? 0 : requirement.part}
              notAssessed={status === 'unknown' ? requirement.share : 0}
              short={status === 'short' ? requirement.shortfall : 0}
            />
          </span>
          <span className="gap-points">
            <Points requirement={requirement} denominator={view.denominator} />
            <span className="said"> points</span>
          </span>
        </summary>
        <RowProvenance requirement={requirement} view={view} />
      </details>
    </li>
  );
}
