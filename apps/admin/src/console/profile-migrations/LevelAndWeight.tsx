import { useEffect, useState } from 'react';
import type { Scale } from '../../api/types.ts';
import { capital } from '../../look/numbers.ts';
import { useText } from '../providers/useText.ts';
import { weightOf } from '../role-profiles/requirementEditing.ts';

interface Values {
  requiredLevel: number;
  weight: number;
}

interface LevelAndWeightProps {
  title: string;
  scale: Scale;
  values: Values;
  change: (values: Partial<Values>) => void;
}

export function LevelAndWeight({ title, scale, values, change }: LevelAndWeightProps) {
  const text = useText();
  return (
    <div className="migration-values">
      <label className="field">
        <span>{text('migration.fields.level')}</span>
        <select
          aria-label={text('requirements.levelOf', { title })}
          value={values.requiredLevel}
          onChange={(event) => change({ requiredLevel: Number(event.target.value) })}
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
      <label className="field migration-weight">
        <span>{text('migration.fields.weight')}</span>
        <Weight
          label={text('requirements.weightOf', { title })}
          weight={values.weight}
          set={(weight) => change({ weight })}
        />
      </label>
    </div>
  );
}

interface WeightProps {
  label: string;
  weight: number;
  set: (weight: number) => void;
}

/** What stands there and is no weight is said, counts for nothing, and goes when the field is left. */
function Weight({ label, weight, set }: WeightProps) {
  const [typed, setTyped] = useState(String(weight));
  useEffect(() => setTyped((before) => (weightOf(before) === weight ? before : String(weight))), [weight]);
  return (
    <input
      className="control"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={weightOf(typed) === null}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = weightOf(event.target.value);
        if (next !== null) set(next);
      }}
      onBlur={() => {
        if (weightOf(typed) === null) setTyped(String(weight));
      }}
    />
  );
}
