import { type ReactNode, type SubmitEvent, useState } from 'react';
import { readable } from '../api/problem.ts';

interface SubmitFormProps {
  action: string;
  send: () => Promise<void>;
  /** Fields show their own problems; what belongs to none of them is said above the button. */
  children: (problem: unknown) => ReactNode;
}

/** Sends once, says what went wrong and keeps what was typed. */
export function SubmitForm({ action, send, children }: SubmitFormProps) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblem(null);
    try {
      await send();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <form className="gate-form" onSubmit={(event) => void submit(event)}>
      {children(problem)}
      <div role="alert">{problem !== null && <p className="field-problem">{readable(problem)}</p>}</div>
      <button type="submit" className="button button-primary" aria-disabled={sending}>
        {sending ? 'One moment…' : action}
      </button>
    </form>
  );
}
