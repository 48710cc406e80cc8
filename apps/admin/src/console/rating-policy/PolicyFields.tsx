import { sources, type Source } from '#domain';
import { useText } from '../providers/useText.ts';
import { moved, type PolicyDraft, shared, whole } from './policyModel.ts';
import '../layout/check.css';
import './policy.css';

interface PolicyFieldsProps {
  draft: PolicyDraft;
  change: (draft: PolicyDraft) => void;
}

const kinds = ['most-trusted', 'consensus'] as const;

/** The rule as it is edited: whom one trusts, or how much each has to say; and for how long. */
export function PolicyFields({ draft, change }: PolicyFieldsProps) {
  const text = useText();
  return (
    <div className="policy-fields">
      <label className="field">
        <span>{text('policy.name')}</span>
        <input
          value={draft.name}
          aria-invalid={draft.name.trim() === ''}
          onChange={(event) => change({ ...draft, name: event.target.value })}
        />
      </label>
      <fieldset className="policy-kinds">
        <legend>{text('policy.kind')}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="check">
            <input
              type="radio"
              name="policy-kind"
              checked={draft.kind === kind}
              onChange={() => change({ ...draft, kind })}
            />
            <span>
              {text(`policy.kinds.${kind}`)}
              <span className="hint"> {text(`policy.kindHints.${kind}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.kind === 'most-trusted' ? (
        <Ranks draft={draft} change={change} />
      ) : (
        <Weights draft={draft} change={change} />
      )}
      <fieldset className="policy-numbers">
        <legend>{text('policy.validity')}</legend>
        <p className="hint">{text('policy.validityHint')}</p>
        {sources.map((source) => (
          <NumberField
            key={source}
            source={source}
            value={draft.validityDays[source]}
            valid={
              draft.validityDays[source].trim() === '' ||
              whole(draft.validityDays[source], 1, 36_500) !== null
            }
            unit={text('policy.days')}
            set={(typed) => change({ ...draft, validityDays: { ...draft.validityDays, [source]: typed } })}
          />
        ))}
      </fieldset>
    </div>
  );
}

function Ranks({ draft, change }: PolicyFieldsProps) {
  const text = useText();
  return (
    <fieldset>
      <legend>{text('policy.ranks')}</legend>
      <ol className="policy-ranks">
        {draft.order.map(({ source, shares }, place) => {
          const name = text(`policy.sources.${source}`);
          return (
            <li key={source} data-shares={place > 0 && shares}>
              <span className="policy-source">{name}</span>
              <span className="policy-moves">
                <button
                  className="button button-quiet"
                  type="button"
                  disabled={place === 0}
                  aria-label={text('policy.up', { source: name })}
                  onClick={() => change(moved(draft, place, -1))}
                >
                  ↑
                </button>
                <button
                  className="button button-quiet"
                  type="button"
                  disabled={place === draft.order.length - 1}
                  aria-label={text('policy.down', { source: name })}
                  onClick={() => change(moved(draft, place, 1))}
                >
                  ↓
                </button>
              </span>
              {place > 0 && (
                <label className="check">
                  <input
                    type="checkbox"
                    checked={shares}
                    onChange={(event) => change(shared(draft, place, event.target.checked))}
                  />
                  <span>
                    {text('policy.shares')}
                    <span className="said"> {name}</span>
                  </span>
                </label>
              )}
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}

function Weights({ draft, change }: PolicyFieldsProps) {
  const text = useText();
  return (
    <fieldset className="policy-numbers">
      <legend>{text('policy.weights')}</legend>
      <p className="hint">{text('policy.weightsHint')}</p>
      {sources.map((source) => (
        <NumberField
          key={source}
          source={source}
          value={draft.weights[source]}
          valid={whole(draft.weights[source], 0, 1000) !== null}
          set={(typed) => change({ ...draft, weights: { ...draft.weights, [source]: typed } })}
        />
      ))}
      <label className="field">
        <span>{text('policy.halfLife')}</span>
        <input
          inputMode="numeric"
          value={draft.halfLifeDays}
          aria-invalid={whole(draft.halfLifeDays, 1, 3650) === null}
          onChange={(event) => change({ ...draft, halfLifeDays: event.target.value })}
        />
      </label>
    </fieldset>
  );
}

interface NumberFieldProps {
  source: Source;
  value: string;
  valid: boolean;
  unit?: string;
  set: (typed: string) => void;
}

function NumberField({ source, value, valid, unit, set }: NumberFieldProps) {
  const text = useText();
  return (
    <label className="field policy-number">
      <span>
        {text(`policy.sources.${source}`)}
        {unit !== undefined && <span className="hint"> {unit}</span>}
      </span>
      <input
        inputMode="numeric"
        value={value}
        aria-invalid={!valid}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
