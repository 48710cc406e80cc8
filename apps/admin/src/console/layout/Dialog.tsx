import { useId, useLayoutEffect, useRef, type SyntheticEvent, type ReactNode } from 'react';
import { inWords } from '../providers/problem.ts';
import { useText } from '../providers/useText.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  close: () => void;
  /** For forms with long texts and tables. */
  wide?: boolean;
  children: ReactNode;
}

/** Open for as long as it is in the page; the focus goes back to where it came from. */
export function Dialog({ title, close, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

interface ConfirmDialogProps extends DialogProps {
  confirm: () => void;
  label: string;
  /** What the other button says, where it is more than "Cancel". */
  keep?: string;
  busy: boolean;
}

/** Asks once more before something is done that is not to be had back. */
export function ConfirmDialog({ confirm, label, keep, busy, children, ...dialog }: ConfirmDialogProps) {
  const text = useText();
  return (
    <Dialog {...dialog}>
      {children}
      <div className="actions">
        <button className="button" type="button" disabled={busy} onClick={confirm}>
          {label}
        </button>
        <button className="button button-quiet" type="button" disabled={busy} onClick={dialog.close}>
          {keep ?? text('layout.cancel')}
        </button>
      </div>
    </Dialog>
  );
}

interface FormDialogProps extends DialogProps {
  submit: () => void;
  label: string;
  pending: boolean;
  /** What the server refused; field errors stand at their fields too. */
  error?: unknown;
  disabled?: boolean;
}

/** A dialog that asks for something, and keeps what was typed when the server refuses it. */
export function FormDialog({
  submit,
  label,
  pending,
  error = null,
  disabled = false,
  children,
  ...dialog
}: FormDialogProps) {
  const text = useText();
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Dialog {...dialog}>
      <form className="stack dialog-form" onSubmit={onSubmit}>
        {children}
        {error !== null && (
          <p className="form-problem" role="alert">
            {inWords(error)}
          </p>
        )}
        <div className="actions">
          <button className="button" type="submit" disabled={pending || disabled}>
            {pending ? text('layout.saving') : label}
          </button>
          <button className="button button-quiet" type="button" disabled={pending} onClick={dialog.close}>
            {text('layout.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
