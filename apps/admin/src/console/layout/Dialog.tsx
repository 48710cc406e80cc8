import { useId, useLayoutEffect, useRef, type SyntheticEvent, type ReactNode } from 'react';
import { inWords } from '../providers/problem.ts';
import { useText } from '../providers/useText.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  close: () => void;
  /** For forms with long texts and tables. */
  wide?: boolean;
  /** What it was opened for is on its way: it stays until that is done, or refused. */
  busy?: boolean;
  children: ReactNode;
}

/** Open for as long as it is in the page; the focus goes back to where it came from. */
export function Dialog({ title, close, wide = false, busy = false, children }: DialogProps) {
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
      onKeyDown={(event) => {
        // A browser lets a second Escape close what its cancelling was refused for.
        if (event.key === 'Escape' && busy) event.preventDefault();
      }}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) close();
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
}

/** Asks once more before something is done that is not to be had back. */
export function ConfirmDialog({
  confirm,
  label,
  keep,
  busy = false,
  children,
  ...dialog
}: ConfirmDialogProps) {
  const text = useText();
  return (
    <Dialog {...dialog} busy={busy}>
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

interface FormDialogProps extends Omit<DialogProps, 'busy'> {
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
    <Dialog {...dialog} busy={pending}>
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
