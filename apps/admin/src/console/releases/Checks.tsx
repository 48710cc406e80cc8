import { Link } from 'react-router';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { isChanging, useItems } from '../providers/queries.ts';
import type { Release, ReleaseFault } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useFaults } from './releaseQueries.ts';

/** Every check with what fails it, each fault with the way to where it is mended. */
export function Checks({ release }: { release: Release }) {
  const text = useText();
  const faults = useFaults(release.id);
  const { data: items = [] } = useItems(release.id, isChanging(release));
  if (faults.error !== null) return <Failure error={faults.error} retry={() => void faults.refetch()} />;
  if (faults.data === undefined) return <Bones />;
  if (faults.data.length === 0)
    return (
      <div className="release-part">
        <p>✓ {text('releases.noFaults')}</p>
        <p className="hint">{text('releases.checkedFor')}</p>
      </div>
    );
  const ids = new Map(items.map(({ lineage, id }) => [lineage, id]));
  return (
    <div className="release-part">
      {[...Map.groupBy(faults.data, ({ check }) => check)].map(([check, those]) => (
        <section className="section" key={check}>
          <div className="section-head">
            <h2>{text(`releases.checks.${check}`)}</h2>
            <p className="hint">{text('releases.faults', { smart_count: those.length })}</p>
          </div>
          <ul className="rows">
            {those.map((fault, place) => (
              <Fault key={`${fault.lineage}/${place}`} fault={fault} itemId={ids.get(fault.lineage ?? '')} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Fault({ fault, itemId }: { fault: ReleaseFault; itemId: string | undefined }) {
  return (
    <li>
      {fault.name !== '' && (
        <p>{itemId === undefined ? fault.name : <Link to={`/framework/${itemId}`}>{fault.name}</Link>}</p>
      )}
      <p className="hint">{fault.detail}</p>
    </li>
  );
}
