import { useListContext } from 'react-admin';
import { useText } from '../providers/useText.ts';

const STATES = ['open', 'accepted', 'declined', 'withdrawn'] as const;

/** One state or every one; the API takes several. */
export function StateFilter() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const { state, ...others } = filterValues as { state?: readonly string[] };
  return (
    <label className="field">
      <span>{text('proposals.columns.state')}</span>
      <select
        value={state?.[0] ?? ''}
        onChange={({ target: { value } }) =>
          setFilters(value === '' ? others : { ...others, state: [value] }, undefined, false)
        }
      >
        <option value="">{text('proposals.everyState')}</option>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {text(`proposals.states.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
