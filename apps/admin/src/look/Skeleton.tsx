/** The page's shape while it loads: heights in pixels, from the top. */
export function Skeleton({ of, blocks }: { of: string; blocks: number[] }) {
  return (
    <div role="status" aria-label={`Loading ${of}`} style={{ display: 'grid', gap: 16 }}>
      {blocks.map((height, index) => (
        <span key={index} className="skeleton" style={{ height, maxWidth: index === 0 ? 420 : undefined }} />
      ))}
    </div>
  );
}
