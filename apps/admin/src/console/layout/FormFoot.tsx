import type { ReactNode } from 'react';
import { useSaveContext } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { useText } from '../providers/useText.ts';

/** The form's one button, and what the server refused as a whole; field errors stand at their fields. */
export function FormFoot({ label, children }: { label: string; children?: ReactNode }) {
  const text = useText();
  const { isSubmitting, errors } = useFormState();
  const { saving = false } = useSaveContext() ?? {};
  const busy = isSubmitting || saving;
  return (
    <div className="form-foot">
      {Object.keys(errors).length > 0 && (
        <p className="form-problem" role="alert">
          {text('layout.formInvalid')}
        </p>
      )}
      <div className="actions">
        <button className="button" type="submit" disabled={busy}>
          {busy ? text('layout.saving') : label}
        </button>
        {children}
      </div>
    </div>
  );
}
