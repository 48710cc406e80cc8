import { ratingWords } from '../../look/gapWords.ts';
import { dayAndTime } from '../../look/numbers.ts';
import type { QualificationOnDay } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

type Critical = QualificationOnDay['then']['critical'][number];
type Rating = NonNullable<Critical['rating']>;

/** Folded away: each critical requirement with the ratings that decided it, then and now. */
export function RatingsBehind({ qualification }: { qualification: QualificationOnDay }) {
  const text = useText();
  const { worker, then, now } = qualification;
  if (then.critical.length === 0)
    return <span className="hint">{text('qualifications.nothingCritical')}</span>;
  const known = new Map(then.critical.map((critical) => [critical.ksaCode, critical]));
  return (
    <details className="behind">
      <summary>
        {text('qualifications.show', { smart_count: then.critical.length })}
        <span className="said"> {worker.name}</span>
      </summary>
      <ul>
        {now.critical.map((critical) => {
          const before = known.get(critical.ksaCode);
          const isSame = before !== undefined && sameRatings(before, critical);
          return (
            <li key={critical.ksaCode}>
              <p>
                <strong>{critical.title}</strong>{' '}
                <span className="hint">
                  {text('qualifications.asks', {
                    code: critical.ksaCode,
                    level: critical.requiredLevel,
                    evidence: text(`requirements.evidences.${critical.evidence}`),
                  })}
                </span>
              </p>
              {isSame ? (
                <Decided label={text('qualifications.thenAndNow')} critical={critical} />
              ) : (
                <>
                  {before !== undefined && <Decided label={text('qualifications.then')} critical={before} />}
                  <Decided label={text('qualifications.now')} critical={critical} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Decided({ label, critical }: { label: string; critical: Critical }) {
  const text = useText();
  const { rating, proof, attained, status, verified } = critical;
  const standing = text(`qualifications.status.${status === 'met' && !verified ? 'not-verified' : status}`);
  return (
    <dl className="behind-side">
      <dt>{label}</dt>
      <dd>
        {attained === null ? standing : text('qualifications.level', { level: attained, standing })}
        {rating !== null && <RatingLine rating={rating} />}
        {proof !== null && proof.seq !== rating?.seq && (
          <span className="behind-proof">
            {text('qualifications.provenBy', { level: proof.level })} <RatingLine rating={proof} />
          </span>
        )}
      </dd>
    </dl>
  );
}

function RatingLine({ rating }: { rating: Rating }) {
  const text = useText();
  return (
    <span className="hint behind-rating">
      {text('qualifications.rating', { words: ratingWords(rating), recorded: dayAndTime(rating.recordedAt) })}
    </span>
  );
}

function sameRatings(one: Critical, other: Critical): boolean {
  return one.rating?.seq === other.rating?.seq && one.proof?.seq === other.proof?.seq;
}
