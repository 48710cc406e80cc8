import { dayAndTime } from '../../look/numbers.ts';
import type { ReleaseChange } from '../providers/records.ts';
import { useText, type MessageKey } from '../providers/useText.ts';
import { cellChanges, entryWords, fieldChanges } from './logWords.ts';
import { WordMarks } from './WordMarks.tsx';

interface LogEntryProps {
  change: ReleaseChange;
  /** How what it is about is called now. */
  name: string | undefined;
  withRelease: boolean;
}

/** Who did what, when and why, with the words that it changed. */
export function LogEntry({ change, name, withRelease }: LogEntryProps) {
  const text = useText();
  const { by, at, reason, releaseLabel, releaseState } = change;
  const cells = cellChanges(change);
  return (
    <li>
      <p>{entryWords(text, change, name)}</p>
      {fieldChanges(change).map(({ field, before, after }) => (
        <p className="log-field" key={field}>
          <span className="hint">{text(`curation.fields.${field}` as MessageKey)}</span>{' '}
          <WordMarks before={before} after={after} />
        </p>
      ))}
      {cells.length > 0 && (
        <p className="log-field">
          {cells.map(({ ksaCode, before, after }) => `${ksaCode}: ${before} → ${after}`).join(', ')}
        </p>
      )}
      {reason !== '' && <p className="log-reason">{reason}</p>}
      <p className="hint">
        {[
          by,
          dayAndTime(at),
          ...(withRelease ? [text('releases.release', { label: releaseLabel })] : []),
          ...(withRelease && releaseState === 'discarded' ? [text('releases.states.discarded')] : []),
        ].join(' · ')}
      </p>
    </li>
  );
}
