import { useState } from 'react';

interface DayInputProps {
  /** As in 2026-12-01; null where none is chosen. */
  value: string | null;
  min: string;
  max: string;
  /** Not called with null where a day is required. */
  choose: (day: string | null) => void;
  required?: boolean;
}

/**
 * While a date is typed it is many dates, of the year 2 among them: it counts once it is within the days asked for, and
 * what is none of them goes when the field is left. What was chosen may come back later than the next key.
 */
export function DayInput({ value, min, max, choose, required = false }: DayInputProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [typing, setTyping] = useState(false);
  const [held, setHeld] = useState(value);
  if (held !== value) {
    setHeld(value);
    if (!typing) setTyped(value ?? '');
  }
  return (
    <input
      type="date"
      min={min}
      max={max}
      required={required}
      value={typed}
      onChange={({ target: { value: next } }) => {
        setTyped(next);
        if (next === '' ? !required : next >= min && next <= max) choose(next === '' ? null : next);
      }}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        setTyped(value ?? '');
      }}
    />
  );
}
