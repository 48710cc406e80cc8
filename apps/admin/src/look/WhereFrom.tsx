export type Fact = readonly [term: string, words: string];

/** Folded away below the numbers that it explains: terms, and what they stand for. */
export function WhereFrom({ facts }: { facts: readonly Fact[] }) {
  return (
    <details className="gap-origin">
      <summary>Where these numbers come from</summary>
      <dl className="gap-facts">
        {facts.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
