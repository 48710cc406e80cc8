import { useState, type ReactNode } from 'react';
import { Failure } from '../layout/Notice.tsx';
import { Bones } from '../layout/PageSkeleton.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { useTechnologyAreas } from '../providers/queries.ts';
import type { Release, TechnologyArea } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useOccupations } from '../selections/selectionQueries.ts';
import { EditArea, RemoveArea } from './EditArea.tsx';
import { RenameFamily } from './RenameFamily.tsx';

type Asked =
  | { what: 'add-area' }
  | { what: 'edit-area' | 'remove-area'; area: TechnologyArea }
  | { what: 'rename-family'; family: string };

/** By what a release groups its occupations: technology areas in their order, role families by name. */
export function OccupationGroups({ release }: { release: Release }) {
  const text = useText();
  const mayCurate = useMay('releases', 'edit');
  const isEditable = mayCurate && release.state === 'draft';
  const areas = useTechnologyAreas(release.id);
  const occupations = useOccupations(release.id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const failed = areas.error ?? occupations.error;
  if (failed !== null)
    return (
      <Failure error={failed} retry={() => void Promise.all([areas.refetch(), occupations.refetch()])} />
    );
  if (areas.data === undefined || occupations.data === undefined) return <Bones />;

  const inArea = Map.groupBy(occupations.data, ({ technologyArea }) => technologyArea);
  const inFamily = Map.groupBy(occupations.data, ({ roleFamily }) => roleFamily ?? '');
  const families = [...inFamily.keys()].filter((family) => family !== '').sort();
  return (
    <div className="release-part">
      <section className="section">
        <div className="section-head">
          <h2>{text('releases.groups.areas')}</h2>
          {isEditable && (
            <button className="button" type="button" onClick={() => setAsked({ what: 'add-area' })}>
              {text('releases.groups.addArea')}
            </button>
          )}
        </div>
        {areas.data.length === 0 && <p className="hint">{text('releases.groups.noAreas')}</p>}
        <ul className="rows">
          {areas.data.map((area) => (
            <GroupRow key={area.code} name={area.name} code={area.code} occupations={inArea.get(area.code)}>
              {isEditable && (
                <Act
                  act={text('releases.groups.edit')}
                  of={area.name}
                  take={() => setAsked({ what: 'edit-area', area })}
                />
              )}
              {isEditable && !inArea.has(area.code) && (
                <Act
                  act={text('releases.groups.removeArea')}
                  of={area.name}
                  take={() => setAsked({ what: 'remove-area', area })}
                />
              )}
            </GroupRow>
          ))}
        </ul>
      </section>
      <section className="section">
        <div className="section-head">
          <h2>{text('releases.groups.families')}</h2>
        </div>
        {families.length === 0 && <p className="hint">{text('releases.groups.noFamilies')}</p>}
        <ul className="rows">
          {families.map((family) => (
            <GroupRow key={family} name={family} occupations={inFamily.get(family)}>
              {isEditable && (
                <Act
                  act={text('releases.groups.renameFamily')}
                  of={family}
                  take={() => setAsked({ what: 'rename-family', family })}
                />
              )}
            </GroupRow>
          ))}
        </ul>
      </section>
      {asked?.what === 'add-area' && (
        <EditArea releaseId={release.id} area={null} areas={areas.data} close={close} />
      )}
      {asked?.what === 'edit-area' && (
        <EditArea releaseId={release.id} area={asked.area} areas={areas.data} close={close} />
      )}
      {asked?.what === 'remove-area' && <RemoveArea releaseId={release.id} area={asked.area} close={close} />}
      {asked?.what === 'rename-family' && (
        <RenameFamily releaseId={release.id} family={asked.family} close={close} />
      )}
    </div>
  );
}

interface GroupRowProps {
  name: string;
  code?: string;
  occupations: readonly unknown[] | undefined;
  /** What can be done with it. */
  children: ReactNode;
}

function GroupRow({ name, code, occupations = [], children }: GroupRowProps) {
  const text = useText();
  return (
    <li className="group-row">
      <div>
        <p>{name}</p>
        <p>
          {code !== undefined && (
            <>
              <span className="provenance">{code}</span> ·{' '}
            </>
          )}
          <span className="hint">
            {text('releases.groups.occupations', { smart_count: occupations.length })}
          </span>
        </p>
      </div>
      <div className="actions">{children}</div>
    </li>
  );
}

/** Rows say what is done; aloud it is said of which. */
function Act({ act, of, take }: { act: string; of: string; take: () => void }) {
  return (
    <button className="link-button" type="button" aria-label={`${act} ${of}`} onClick={take}>
      {act}
    </button>
  );
}
