import { useEffect, useRef, useState } from 'react';
import { weightOf } from './requirementEditing.ts';

interface WeightInputProps {
  label: string;
  weight: number;
  set: (weight: number) => void;
  /** The field is left, or Enter pressed. */
  done?: () => void;
  disabled?: boolean;
}

/**
 * Counts as soon as it is one. What is no weight is said, and when the field is left the weight from before stands there
 * again: not the part of what was typed that happened to be one.
 */
export function WeightInput({ label, weight, set, done, disabled }: WeightInputProps) {
  const [typed, setTyped] = useState(String(weight));
  const before = useRef(weight);
  useEffect(() => setTyped((shown) => (weightOf(shown) === weight ? shown : String(weight))), [weight]);
  return (
    <input
      className="control"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={weightOf(typed) === null}
      value={typed}
      disabled={disabled}
      onFocus={() => {
        before.current = weight;
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = weightOf(event.target.value);
        if (next !== null) set(next);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || weightOf(typed) === null) return;
        before.current = weight;
        done?.();
      }}
      onBlur={() => {
        if (weightOf(typed) !== null) {
          done?.();
          return;
        }
        setTyped(String(before.current));
        set(before.current);
      }}
    />
  );
}
