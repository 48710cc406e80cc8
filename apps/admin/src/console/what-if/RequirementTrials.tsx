import { evidences } from '#domain';
import { capital } from '../../look/numbers.ts';
import type { ChangeableRequirement, WhatIfLevels } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { WeightInput } from '../role-profiles/WeightInput.tsx';
import { evidenceOf, type RequirementValues, type Trial } from './whatIfModel.ts';
import '../role-profiles/builder.css';

interface RequirementTrialsProps {
  read: WhatIfLevels;
  trial: Trial;
  change: (requirement: ChangeableRequirement, values: RequirementValues) => void;
}

/** What the role asks for, each value to be tried otherwise; nothing of it is saved. */
export function RequirementTrials({ read, trial, change }: RequirementTrialsProps) {
  const text = useText();
  return (
    <>
      <div className="requirement-columns" aria-hidden="true">
        <span>{text('requirements.ksa')}</span>
        <span>{text('requirements.level')}</span>
        <span>{text('requirements.weight')}</span>
        <span>{text('requirements.critical')}</span>
        <span>{text('requirements.evidence')}</span>
        <span>{text('whatIf.leftOut')}</span>
      </div>
      <ul>
        {read.requirements.map((requirement) => (
          <Row
            key={requirement.ksaCode}
            requirement={requirement}
            tried={trial.requirements[requirement.ksaCode]}
            levels={read.scale.levels}
            set={(values) => change(requirement, values)}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  requirement: ChangeableRequirement;
  tried: RequirementValues | undefined;
  levels: WhatIfLevels['scale']['levels'];
  set: (values: RequirementValues) => void;
}

function Row({ requirement, tried, levels, set }: RowProps) {
  const text = useText();
  const { title, ksaCode } = requirement;
  const { requiredLevel, weight, critical, removed = false } = { ...requirement, ...tried };
  const evidence = tried?.evidence ?? evidenceOf(requirement, critical);
  return (
    <li className="requirement" data-tried={tried !== undefined}>
      <div className="requirement-name">
        <p>{title}</p>
        <p className="hint">
          {ksaCode}
          {tried !== undefined && ` · ${text('whatIf.tried')}`}
        </p>
      </div>
      <label className="requirement-level">
        <span className="requirement-label">{text('requirements.level')}</span>
        <select
          className="control"
          aria-label={text('requirements.levelOf', { title })}
          value={requiredLevel}
          disabled={removed}
          onChange={(event) => set({ requiredLevel: Number(event.target.value) })}
        >
          {levels
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
          disabled={removed}
          set={(next) => set({ weight: next })}
        />
      </div>
      <label className="requirement-critical">
        <input
          type="checkbox"
          checked={critical}
          disabled={removed}
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
          disabled={removed}
          onChange={(event) => set({ evidence: event.target.value as typeof evidence })}
        >
          {evidences.map((each) => (
            <option key={each} value={each}>
              {text(`requirements.evidences.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="requirement-critical">
        <input
          type="checkbox"
          checked={removed}
          onChange={(event) => set({ removed: event.target.checked })}
        />
        <span>
          <span className="requirement-label">{text('whatIf.leaveOut')}</span>
          <span className="said">
            {text('whatIf.leaveOut')} {title}
          </span>
        </span>
      </label>
    </li>
  );
}
