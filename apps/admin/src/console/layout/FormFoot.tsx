import type { ReactNode } from 'react';
import { useFormState } from 'react-hook-form';
import { useText } from '../providers/useText.ts';

/** The form's one button, and what the server refused as a whole; field errors stand at their fields. */
export function FormFoot({ label, children }: { label: string; children?: ReactNode }) {
  const text = useText();
  const { isSubmitting, errors } = useFormState();
  return (
    <div className="form-foot">
      {Object.keys(errors).length > 0 && (
        <p className="form-problem" role="alert">
          {text('layout.formInvalid')}
        </p>
      )}
      <div className="actions">
        <button className="button" type="submit" disabled={isSubmitting}>
          {isSubmitting ? text('layout.saving') : label}
        </button>
        {children}
      </div>
    </div>
  );
}
