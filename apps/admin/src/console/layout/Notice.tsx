import type { ReactNode } from 'react';
import { useText } from '../providers/useText.ts';
import { inWords } from '../providers/problem.ts';

/** What failed, in words, with a way to try again. Nothing that was typed is touched. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const text = useText();
  return (
    <div className="notice notice-failure" role="alert">
      <p>
        <strong>{text('layout.failed')}</strong> {inWords(error)}
      </p>
      {retry !== undefined && (
        <button className="button button-quiet" type="button" onClick={retry}>
          {text('layout.retry')}
        </button>
      )}
    </div>
  );
}

/** An empty page says what to do first. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}
