import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client.ts';
import { lower } from '../../look/numbers.ts';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import type { OwnImpact, ReleaseImpact } from '../providers/records.ts';
import { type Text, useText } from '../providers/useText.ts';
import '../list/list.css';
import './migration.css';

/** Whom a release touches: for curators in counts, for an organisation its own by name. */
export function ImpactPanel({ releaseId }: { releaseId: string }) {
  const mayCurate = useMay('impact', 'list');
  const hasProfiles = useMay('role-profiles', 'list');
  return (
    <>
      {mayCurate && <Counts releaseId={releaseId} />}
      {hasProfiles && <Own releaseId={releaseId} />}
    </>
  );
}

const COLUMNS = ['ksas', 'organisations', 'roleProfiles', 'openAssessments', 'programmes'] as const;

function Counts({ releaseId }: { releaseId: string }) {
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['impact', releaseId],
    queryFn: ({ signal }) => get<ReleaseImpact>(`/api/releases/${releaseId}/impact`, { signal }),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Bones count={3} />;
  const { base, kinds, total } = data;
  if (base === null && total.organisations === 0) return <p className="hint">{text('impact.noBase')}</p>;
  const rows = [
    ...kinds
      .filter(({ ksas, organisations }) => ksas + organisations > 0)
      .map((each) => ({ name: text(`impact.kind.${each.kind}`), ...each })),
    { name: text('impact.any'), ...total },
  ];
  return (
    <section>
      <h2>{text('impact.counts')}</h2>
      <p className="hint">
        {provenance(base, text)} {text('impact.anonymous')}
      </p>
      <div className="impact-scroll">
        <table className="list impact-numbers" aria-label={text('impact.counts')}>
          <thead>
            <tr>
              <th scope="col">{text('impact.columns.change')}</th>
              {COLUMNS.map((column) => (
                <th scope="col" className="numeric" key={column}>
                  {text(`impact.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {COLUMNS.map((column) => (
                  <td className="numeric" key={column}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Own({ releaseId }: { releaseId: string }) {
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['impact', releaseId, 'own'],
    queryFn: ({ signal }) => get<OwnImpact>(`/api/releases/${releaseId}/my-impact`, { signal }),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Bones count={3} />;
  const { release, base, roleProfiles, programmes } = data;
  const isNothing = roleProfiles.length + programmes.length === 0;
  if (base === null && isNothing) return <p className="hint">{text('impact.noBase')}</p>;
  return (
    <section>
      <h2>{text('impact.own', { release: release.label })}</h2>
      <p className="hint">{provenance(base, text)}</p>
      {isNothing && <p>{text('impact.ownNothing')}</p>}
      {roleProfiles.length > 0 && (
        <>
          <h3 className="impact-group">{text('impact.ownProfiles', { smart_count: roleProfiles.length })}</h3>
          <ul className="rows">
            {roleProfiles.map(({ id, name, ksas, kinds, openAssessments }) => (
              <li className="row-line" key={id}>
                <Link to={`/role-profiles/${id}/show`}>{name}</Link>
                <span className="hint">
                  {touched(ksas, kinds, text)}
                  {openAssessments > 0 && ` · ${text('impact.open', { smart_count: openAssessments })}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {programmes.length > 0 && (
        <>
          <h3 className="impact-group">{text('impact.ownProgrammes', { smart_count: programmes.length })}</h3>
          <ul className="rows">
            {programmes.map(({ id, title, ksas, kinds }) => (
              <li className="row-line" key={id}>
                <span>{title}</span>
                <span className="hint">{touched(ksas, kinds, text)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const provenance = (base: OwnImpact['base'], text: Text): string =>
  base === null ? text('impact.provenanceNoBase') : text('impact.provenance', { base: base.label });

const touched = (ksas: number, kinds: OwnImpact['programmes'][number]['kinds'], text: Text): string =>
  text('impact.touched', {
    smart_count: ksas,
    kinds: kinds.map((kind) => lower(text(`impact.kind.${kind}`))).join(', '),
  });
