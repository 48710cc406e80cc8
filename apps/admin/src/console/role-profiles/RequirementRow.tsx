import { memo } from 'react';
import { evidences } from '#domain';
import type { Scale } from '../../api/types.ts';
import { labelOf } from '../../look/gapWords.ts';
import { capital, points } from '../../look/numbers.ts';
import { Ring } from '../../look/Ring.tsx';
import { useText } from '../providers/useText.ts';
import { valuesOf, type EditedRequirement, type RequirementValues } from './requirementEditing.ts';
import { WeightInput } from './WeightInput.tsx';

interface RequirementRowProps {
  row: EditedRequirement;
  scale: Scale;
  share: number;
  change: (ksaCode: string, values: Partial<RequirementValues>) => void;
  save: (ksaCode: string) => void;
  takeTheirs: (ksaCode: string) => void;
  remove: (ksaCode: string) => void;
}

/** One requirement, edited where it stands; each change is saved by itself and says so. */
export const RequirementRow = memo(function RequirementRow(props: RequirementRowProps) {
  const { row, scale, share, change, save, remove } = props;
  const text = useText();
  const { ksaCode, title, requiredLevel, weight, critical, evidence } = valuesOf(row);
  const set = (values: Partial<RequirementValues>) => {
    change(ksaCode, values);
    queueMicrotask(() => save(ksaCode));
  };
  return (
    <li className="requirement" data-state={row.state}>
      <div className="requirement-name">
        <p>{title}</p>
        <p className="hint">
          {ksaCode} · <Saved state={row.state} />
        </p>
      </div>
      <label className="requirement-level">
        <span className="requirement-label">{text('requirements.level')}</span>
        <Ring attained={requiredLevel} required={null} maxLevel={scale.maxLevel} size={32} />
        <select
          className="control"
          aria-label={text('requirements.levelOf', { title })}
          value={requiredLevel}
          onChange={(event) => set({ requiredLevel: Number(event.target.value) })}
        >
          {scale.levels
            .filter(({ level }) => level > 0)
            .map(({ level, label }) => (
              <option key={level} value={level}>
                {level} · {capital(label)}
              </option>
            ))}
        </select>
      </label>
      <div className="requirement-weight">
        <span className="requirement-label">{text('requirements.weight')}</span>
        <WeightInput
          label={text('requirements.weightOf', { title })}
          weight={weight}
          set={(next) => change(ksaCode, { weight: next })}
          done={() => save(ksaCode)}
        />
        <span className="hint">{text('requirements.share', { share: points(share) })}</span>
      </div>
      <label className="requirement-critical">
        <input
          type="checkbox"
          checked={critical}
          onChange={(event) => set({ critical: event.target.checked })}
        />
        <span>
          {text('requirements.critical')}
          <span className="said"> {title}</span>
        </span>
      </label>
      <label className="requirement-evidence">
        <span className="requirement-label">{text('requirements.evidence')}</span>
        <select
          className="control"
          aria-label={text('requirements.evidenceOf', { title })}
          value={evidence}
          onChange={(event) => set({ evidence: event.target.value as RequirementValues['evidence'] })}
        >
          {evidences.map((each) => (
            <option key={each} value={each}>
              {text(`requirements.evidences.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        className="link-button"
        type="button"
        aria-label={text('requirements.removeOf', { title })}
        onClick={() => remove(ksaCode)}
      >
        {text('requirements.remove')}
      </button>
      <Trouble {...props} />
    </li>
  );
});

function Saved({ state }: { state: EditedRequirement['state'] }) {
  const text = useText();
  return <span role="status">{text(`requirements.states.${state}`)}</span>;
}

/** What was refused or overtaken, with what was typed still in the row, and the way on. */
function Trouble({ row, scale, save, takeTheirs }: RequirementRowProps) {
  const text = useText();
  const { ksaCode } = row.saved;
  if (row.state === 'failed')
    return (
      <div className="requirement-trouble" role="alert">
        <p>{row.problem}</p>
        <button className="button button-quiet" type="button" onClick={() => save(ksaCode)}>
          {text('layout.retry')}
        </button>
      </div>
    );
  if (row.state !== 'overtaken') return null;
  const { requiredLevel, weight, critical, evidence } = row.saved;
  return (
    <div className="requirement-trouble" role="alert">
      <p>
        {text('requirements.theirs', {
          level: `${requiredLevel}, ${labelOf(scale, requiredLevel)}`,
          weight,
          critical: text(critical ? 'requirements.isCritical' : 'requirements.isNotCritical'),
          evidence: text(`requirements.evidences.${evidence}`),
        })}
      </p>
      <button className="button" type="button" onClick={() => save(ksaCode)}>
        {text('requirements.keepMine')}
      </button>
      <button className="button button-quiet" type="button" onClick={() => takeTheirs(ksaCode)}>
        {text('requirements.takeTheirs')}
      </button>
    </div>
  );
}
