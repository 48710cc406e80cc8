import { useMemo } from 'react';
import { Link } from 'react-router';
import { nearnessOf } from '#domain';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useItems } from '../providers/queries.ts';
import type { NearestOccupations } from '../providers/records.ts';
import { useAddressed } from '../providers/useAddressed.ts';
import { useText } from '../providers/useText.ts';
import { Choice } from '../what-if/Choice.tsx';
import { useNearest } from './analysisQueries.ts';
import { Download } from './Download.tsx';

type Rule = NearestOccupations['rule'];

const rules: readonly Rule[] = ['jaccard', 'covered', 'shared'];

/** From what somebody has to the occupations that need most like it. */
export function NearestView({ releaseId }: { releaseId: string }) {
  const text = useText();
  const { data: items } = useItems(releaseId);
  const [addressed, setAddressed] = useAddressed('ksas');
  const [named, setRule] = useAddressed('rule');
  const rule = rules.find((each) => each === named) ?? 'jaccard';
  const options = useMemo(
    () =>
      (items ?? [])
        .filter(({ kind }) => kind === 'ksa')
        .map(({ id, code, title }) => ({ id, code, name: `${code} ${title}` })),
    [items],
  );
  const codes = useMemo(() => new Set(addressed?.split(' ')), [addressed]);
  const picked = options.filter(({ code }) => codes.has(code));
  const ksaIds = picked.map(({ id }) => id);
  const { data, error, refetch } = useNearest(releaseId, ksaIds, rule);
  return (
    <section className="section" aria-label={text('analysis.view.nearest')}>
      <Choice
        label={text('analysis.nearest.ksas')}
        hint={text('analysis.nearest.hint')}
        options={options}
        chosen={Object.fromEntries(picked.map(({ id, name }) => [id, name]))}
        choose={(chosen) =>
          setAddressed(
            options
              .filter(({ id }) => id in chosen)
              .map(({ code }) => code)
              // No code has a space.
              .join(' '),
          )
        }
      />
      {ksaIds.length === 0 && <p className="hint">{text('analysis.nearest.choose')}</p>}
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {ksaIds.length > 0 && data === undefined && error === null && <Bones />}
      {ksaIds.length > 0 && data !== undefined && (
        <>
          <div className="section-head">
            <label className="field figure-rule">
              <span>{text('analysis.countedBy')}</span>
              <select value={rule} onChange={(event) => setRule(event.target.value)}>
                {rules.map((each) => (
                  <option key={each} value={each}>
                    {text(`analysis.rules.${each}`)}
                  </option>
                ))}
              </select>
            </label>
            <Download
              path={`/api/releases/${releaseId}/nearest-occupations`}
              query={{ ksaIds: JSON.stringify(ksaIds), rule, limit: '1000' }}
              title={text('analysis.view.nearest')}
            />
          </div>
          <p className="hint figure-standing">
            {rule === 'jaccard' ? text('analysis.nearest.jaccard') : text(`analysis.ruleMeans.${rule}`)}{' '}
            {text('analysis.nearest.found', { smart_count: data.total })}
          </p>
          <Found data={data} />
        </>
      )}
    </section>
  );
}

const inFigures = (rule: Rule, nearness: number): string =>
  rule === 'shared' ? String(nearness) : nearness.toFixed(2);

function Found({ data: { rows, rule, asked } }: { data: NearestOccupations }) {
  const text = useText();
  // What both share stands there already.
  const others = rules.filter((each) => each !== rule && each !== 'shared');
  const most = rows.reduce((highest, { nearness }) => Math.max(highest, nearness), 0);
  return (
    <div className="heat-scroll" role="group" tabIndex={0} aria-label={text('analysis.view.nearest')}>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">{text('analysis.nearest.occupation')}</th>
            <th scope="col" className="bars-bar">
              {text(`analysis.rules.${rule}`)}
            </th>
            <th scope="col" className="numeric">
              {text('analysis.nearest.shared')}
            </th>
            {others.map((other) => (
              <th scope="col" className="numeric" key={other}>
                {text(`analysis.rules.${other}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ occupation, shared, needed, nearness }) => (
            <tr key={occupation.id}>
              <th scope="row">
                <Link to={`/occupations/${occupation.id}/show`}>
                  {occupation.title} - {occupation.technologyAreaName}
                </Link>
              </th>
              <td className="bars-bar">
                <span className="bars-cell">
                  <span
                    className="bars-part bars-part-0"
                    style={{ inlineSize: `${(nearness * 70) / most}%` }}
                    aria-hidden="true"
                  />
                  <span className="bars-value">{inFigures(rule, nearness)}</span>
                </span>
              </td>
              <td className="numeric">{text('analysis.nearest.sharedOf', { shared, needed })}</td>
              {others.map((other) => (
                <td className="numeric" key={other}>
                  {inFigures(other, nearnessOf(other, { shared, needed, had: asked }))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
