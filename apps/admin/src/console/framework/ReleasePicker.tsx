import { useId } from 'react';
import type { Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import './release-picker.css';

interface ReleasePickerProps {
  releases: readonly Release[];
  value: string;
  change: (id: string) => void;
}

/** Every release that the reader may see, by framework; nothing where there is no choice. */
export function ReleasePicker({ releases, value, change }: ReleasePickerProps) {
  const text = useText();
  const id = useId();
  if (releases.length < 2) return null;
  return (
    <div className="field release-picker">
      <label htmlFor={id}>{text('releases.one')}</label>
      <select id={id} value={value} onChange={(event) => change(event.target.value)}>
        {[...Map.groupBy(releases, ({ framework }) => framework)].map(([framework, those]) => (
          <optgroup key={framework} label={framework}>
            {those.map((release) => (
              <option key={release.id} value={release.id}>
                {text('releases.release', { label: release.label })} ·{' '}
                {text(`releases.states.${release.state}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
