import { useFilters } from '../list/filters.tsx';
import { useText } from '../providers/useText.ts';

const STATES = ['open', 'accepted', 'declined', 'withdrawn'] as const;

/** One state or every one; the API takes several. */
export function StateFilter() {
  const text = useText();
  const { filterValues, setFilters } = useFilters<{ state?: readonly string[] }>();
  const { state, ...others } = filterValues;
  return (
    <label className="field">
      <span>{text('proposals.columns.state')}</span>
      <select
        value={state?.[0] ?? ''}
        onChange={({ target: { value } }) =>
          setFilters(value === '' ? others : { ...others, state: [value] })
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
