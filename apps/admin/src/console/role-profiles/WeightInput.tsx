import { useEffect, useState } from 'react';
import { weightOf } from './requirementEditing.ts';

interface WeightInputProps {
  label: string;
  weight: number;
  set: (weight: number) => void;
  /** The field is left, or Enter pressed. */
  done?: () => void;
  disabled?: boolean;
}

/** Counts as soon as it is one. What is no weight is said, counts for nothing, and goes when the field is left. */
export function WeightInput({ label, weight, set, done, disabled }: WeightInputProps) {
  const [typed, setTyped] = useState(String(weight));
  useEffect(() => setTyped((before) => (weightOf(before) === weight ? before : String(weight))), [weight]);
  return (
    <input
      className="control"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={weightOf(typed) === null}
      value={typed}
      disabled={disabled}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = weightOf(event.target.value);
        if (next !== null) set(next);
      }}
      onKeyDown={(event) => event.key === 'Enter' && done?.()}
      onBlur={() => {
        if (weightOf(typed) === null) setTyped(String(weight));
        done?.();
      }}
    />
  );
}
