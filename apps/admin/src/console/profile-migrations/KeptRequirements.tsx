import type { Scale } from '../../api/types.ts';
import { labelOf } from '../../look/gapWords.ts';
import { capital } from '../../look/numbers.ts';
import type { ProfileMigration } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { keptSteps } from './migrationModel.ts';

/** What moves by itself, folded: those first of which something is worded or placed otherwise. */
export function KeptRequirements({ migration, scale }: { migration: ProfileMigration; scale: Scale }) {
  const text = useText();
  const kept = keptSteps(migration);
  if (kept.length === 0) return null;
  const changedFirst = [
    ...kept.filter(({ changes }) => changes.length > 0),
    ...kept.filter(({ changes }) => changes.length === 0),
  ];
  return (
    <details className="section migration-kept">
      <summary>{text('migration.byThemselves', { smart_count: kept.length })}</summary>
      <p className="hint">{text('migration.byThemselvesWhat')}</p>
      <ul className="rows">
        {changedFirst.map(({ before, after, changes }) => (
          <li className="row-line" key={before.lineage}>
            <span>
              {after.title} <span className="hint">{after.ksaCode}</span>{' '}
              {changes.map((change) => (
                <span className="tag tag-muted" key={change}>
                  {text(`migration.change.${change}`)}
                </span>
              ))}
              {(before.title !== after.title || before.ksaCode !== after.ksaCode) && (
                <span className="second">
                  {text('migration.was', { was: `${before.title} ${before.ksaCode}` })}
                </span>
              )}
            </span>
            <span className="hint">
              {text('migration.asks', {
                level: capital(labelOf(scale, before.requiredLevel)),
                weight: before.weight,
                evidence: text(`requirements.evidences.${before.evidence}`),
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
