import { useId, type ReactNode } from 'react';
import './check.css';
import './field.css';

interface FieldProps {
  label: string;
  value: string;
  change: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** More than one: a text of several lines. */
  rows?: number;
  maxLength?: number;
}

/** A labelled text, with what the server says about it. */
export function TextField({
  label,
  value,
  change,
  hint,
  error,
  required = false,
  rows = 1,
  maxLength,
}: FieldProps) {
  const id = useId();
  const described = hint !== undefined || error !== undefined;
  const given = {
    id,
    value,
    required,
    'aria-invalid': error !== undefined,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(described ? { 'aria-describedby': `${id}-hint` } : {}),
  };
  return (
    <div className="field field-whole">
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? (
        <textarea {...given} rows={rows} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...given} onChange={(event) => change(event.target.value)} />
      )}
      {described && (
        <span id={`${id}-hint`} className={error === undefined ? 'hint' : 'field-problem'}>
          {error ?? hint}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  change: (value: Value) => void;
  choices: readonly { value: Value; label: string }[];
  hint?: string;
}

export function ChoiceField<Value extends string>({
  label,
  value,
  change,
  choices,
  hint,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="field field-whole">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.target.value as Value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
}

interface RecordChoiceProps {
  label: string;
  records: readonly { id: string; name: string }[];
  chosen: string;
  choose: (id: string) => void;
}

/** Which of some records a page is about, by their names. */
export function RecordChoice({ label, records, chosen, choose }: RecordChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => choose(event.target.value)}>
        {records.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function CheckField({
  label,
  hint,
  checked,
  change,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  change: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      <span>
        {label}
        {hint !== undefined && <span className="hint"> {hint}</span>}
      </span>
    </label>
  );
}
