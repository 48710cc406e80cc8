import type { ReactNode } from 'react';
import type { MigratingKsa } from '../providers/records.ts';

interface ChoiceProps {
  ksa: MigratingKsa;
  label: string;
  chosen: boolean;
  choose: () => void;
  children?: ReactNode;
}

/** A KSA of the new release that may be asked for; chosen, what it is asked with. */
export function Choice({ ksa, label, chosen, choose, children }: ChoiceProps) {
  return (
    <div className="migration-choice">
      <label className="migration-check">
        <input type="checkbox" checked={chosen} onChange={choose} />
        <span>
          <span className="migration-ksa">{label}</span> <span className="hint">{ksa.ksaCode}</span>
          {ksa.definition !== null && <span className="hint migration-definition">{ksa.definition}</span>}
        </span>
      </label>
      {children}
    </div>
  );
}
