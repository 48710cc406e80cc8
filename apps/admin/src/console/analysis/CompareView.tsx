import { useMemo } from 'react';
import { Link } from 'react-router';
import { percentDown } from '#domain';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import type { OccupationComparison } from '../providers/records.ts';
import { useAddressed } from '../providers/useAddressed.ts';
import { useText } from '../providers/useText.ts';
import { useComparison, useOccupations } from './analysisQueries.ts';
import { Download } from './Download.tsx';
import { Pick } from './Pick.tsx';

/** Two occupations: what both need, and what only one of them does. */
export function CompareView({ releaseId }: { releaseId: string }) {
  const text = useText();
  const { data: occupations = [], error, refetch } = useOccupations(releaseId);
  const [first, setFirst] = useAddressed('first');
  const [second, setSecond] = useAddressed('second');
  const options = useMemo(
    () =>
      occupations.map(({ id, title, technologyAreaName }) => ({
        id,
        name: `${title} - ${technologyAreaName}`,
      })),
    [occupations],
  );
  const compared = useComparison(first, second);
  return (
    <section className="section" aria-label={text('analysis.view.compare')}>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      <div className="analysis-two">
        <Pick label={text('analysis.compare.first')} options={options} chosen={first} choose={setFirst} />
        <Pick label={text('analysis.compare.second')} options={options} chosen={second} choose={setSecond} />
      </div>
      {(first === null || second === null) && <p className="hint">{text('analysis.compare.choose')}</p>}
      {first !== null && first === second && <p className="hint">{text('analysis.compare.same')}</p>}
      {compared.error !== null && <Failure error={compared.error} retry={() => void compared.refetch()} />}
      {compared.isFetching && compared.data === undefined && <Bones />}
      {compared.data !== undefined && first !== second && <Compared compared={compared.data} />}
    </section>
  );
}

function Compared({ compared }: { compared: OccupationComparison }) {
  const text = useText();
  const { occupations, shared, onlyFirst, onlySecond } = compared;
  const [one, other] = occupations.map(({ title, technologyAreaName }) => `${title} - ${technologyAreaName}`);
  const either = shared.length + onlyFirst.length + onlySecond.length;
  return (
    <>
      <div className="section-head">
        <p>
          {text('analysis.compare.share', {
            shared: shared.length,
            either,
            percent: either === 0 ? 0 : percentDown(shared.length, either, 0),
          })}
        </p>
        <Download
          path="/api/occupations/compare"
          query={{ ids: JSON.stringify(occupations.map(({ id }) => id)) }}
          title={text('analysis.view.compare')}
        />
      </div>
      <span className="compare-bar" aria-hidden="true">
        <span className="compare-first" style={{ flexGrow: onlyFirst.length }} />
        <span className="compare-shared" style={{ flexGrow: shared.length }} />
        <span className="compare-second" style={{ flexGrow: onlySecond.length }} />
      </span>
      <div className="compare-lists">
        <Ksas title={text('analysis.compare.only', { title: one ?? '' })} mark="first" ksas={onlyFirst} />
        <Ksas title={text('analysis.compare.shared')} mark="shared" ksas={shared} />
        <Ksas title={text('analysis.compare.only', { title: other ?? '' })} mark="second" ksas={onlySecond} />
      </div>
    </>
  );
}

interface KsasProps {
  title: string;
  mark: 'first' | 'shared' | 'second';
  ksas: OccupationComparison['shared'];
}

function Ksas({ title, mark, ksas }: KsasProps) {
  const text = useText();
  return (
    <div>
      <h2>
        <span className={`bars-key compare-${mark}`} aria-hidden="true" />
        {title} ({ksas.length})
      </h2>
      {ksas.length === 0 ? (
        <p className="hint">{text('analysis.compare.none')}</p>
      ) : (
        <ul className="rows">
          {ksas.map(({ id, code, title: ksaTitle }) => (
            <li key={id}>
              <Link to={`/framework/${id}`}>{ksaTitle}</Link> <span className="figure-code">{code}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
