import { useRef, useState } from 'react';
import { download } from '../curation/download.ts';
import { inWords } from '../providers/problem.ts';
import type { Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import './transfer.css';

const FORMATS = [
  { format: 'json', ending: 'json' },
  { format: 'xlsx', ending: 'xlsx' },
  { format: 'csv', ending: 'zip' },
] as const;

/** A whole release to take along: for another installation, a spreadsheet or a program. */
export function ExportMenu({ release }: { release: Pick<Release, 'id' | 'label'> }) {
  const text = useText();
  const menu = useRef<HTMLDetailsElement>(null);
  const [state, setState] = useState<{ pending: boolean; problem: string | null }>({
    pending: false,
    problem: null,
  });
  const close = () => menu.current?.removeAttribute('open');
  const take = (format: string, ending: string) => {
    close();
    setState({ pending: true, problem: null });
    const name = `release-${release.label.replaceAll(/[^\w.-]+/g, '-')}.${ending}`;
    download(`/api/releases/${release.id}/export?format=${format}`, name).then(
      () => setState({ pending: false, problem: null }),
      (error: unknown) => setState({ pending: false, problem: inWords(error) }),
    );
  };
  return (
    <details
      className="export-menu"
      ref={menu}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || menu.current?.contains(relatedTarget) !== true) close();
      }}
    >
      <summary className="button button-quiet">
        {text(state.pending ? 'transfer.exporting' : 'transfer.export')}
      </summary>
      <ul>
        {FORMATS.map(({ format, ending }) => (
          <li key={format}>
            <button type="button" disabled={state.pending} onClick={() => take(format, ending)}>
              <span>{text(`transfer.formats.${format}`)}</span>
              <span className="hint">{text(`transfer.formatHints.${format}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {state.problem !== null && (
        <p className="field-problem" role="alert">
          {state.problem}
        </p>
      )}
    </details>
  );
}
