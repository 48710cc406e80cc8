import type { Scale } from '../../api/types.ts';
import { capital } from '../../look/numbers.ts';
import { useText } from '../providers/useText.ts';
import { WeightInput } from '../role-profiles/WeightInput.tsx';

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
        <WeightInput
          label={text('requirements.weightOf', { title })}
          weight={values.weight}
          set={(weight) => change({ weight })}
        />
      </label>
    </div>
  );
}
