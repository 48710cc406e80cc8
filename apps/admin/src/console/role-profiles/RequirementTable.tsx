import { useCallback, useMemo, useState } from 'react';
import type { Scale } from '../../api/types.ts';
import { Failure } from '../layout/Notice.tsx';
import { useItems } from '../providers/queries.ts';
import type { RoleProfile } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { AddRequirement } from './AddRequirement.tsx';
import { byCompetency, editedCode } from './competencies.ts';
import { RequirementRow } from './RequirementRow.tsx';
import { shareTenths, valuesOf, weightSum } from './requirementEditing.ts';
import type { RoleProfileEditing } from './useRoleProfileEditing.ts';

interface RequirementTableProps {
  profile: RoleProfile;
  editing: RoleProfileEditing;
  scale: Scale;
}

/** Every requirement of the draft by competency, with the live sum that the shares are taken of. */
export function RequirementTable({ profile, editing, scale }: RequirementTableProps) {
  const text = useText();
  const { rows, change, saveRequirement, dispatch, apply } = editing;
  const { data: items = [] } = useItems(profile.releaseId);
  const [problem, setProblem] = useState<unknown>(null);
  const groups = useMemo(() => byCompetency(rows, editedCode, items, text('own.title')), [rows, items, text]);
  const criticalCount = rows.filter((row) => valuesOf(row).critical).length;

  const save = useCallback((ksaCode: string) => void saveRequirement(ksaCode), [saveRequirement]);
  const takeTheirs = useCallback(
    (ksaCode: string) => dispatch({ type: 'theirs-taken', ksaCode }),
    [dispatch],
  );
  const idOf = useMemo(() => new Map(rows.map(({ saved }) => [saved.ksaCode, saved.id])), [rows]);
  const remove = useCallback(
    (ksaCode: string) => {
      setProblem(null);
      apply('DELETE', `/api/requirements/${idOf.get(ksaCode)}`).catch(setProblem);
    },
    [apply, idOf],
  );

  return (
    <section>
      <div className="section-head">
        <h2>{text('requirements.title', { smart_count: rows.length })}</h2>
        <p className="hint" role="status">
          {text('requirements.sum', { sum: weightSum(rows), smart_count: criticalCount })}
        </p>
      </div>
      {problem !== null && <Failure error={problem} />}
      <div className="requirement-columns" aria-hidden="true">
        <span>{text('requirements.ksa')}</span>
        <span>{text('requirements.level')}</span>
        <span>{text('requirements.weight')}</span>
        <span>{text('requirements.critical')}</span>
        <span>{text('requirements.evidence')}</span>
      </div>
      {groups.map((group) => (
        <section key={group.code} aria-labelledby={`competency-${group.code}`}>
          <h3 className="competency" id={`competency-${group.code}`}>
            {group.title} <span className="hint">{group.code}</span>
          </h3>
          <ul>
            {group.rows.map((row) => (
              <RequirementRow
                key={row.saved.ksaCode}
                row={row}
                scale={scale}
                share={shareTenths(valuesOf(row).weight, rows)}
                change={change}
                save={save}
                takeTheirs={takeTheirs}
                remove={remove}
              />
            ))}
          </ul>
        </section>
      ))}
      <AddRequirement
        items={items}
        taken={rows}
        add={(ksaCode) =>
          apply('POST', '/api/requirements', { body: { roleProfileId: profile.id, ksaCode } })
        }
      />
    </section>
  );
}
