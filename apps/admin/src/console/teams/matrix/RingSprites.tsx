import { RingDrawing } from '../../../look/Ring.tsx';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Which drawing a cell shows. */
export const spriteOf = (attained: number | null, required: number | null, verified: boolean): string =>
  `ring-${attained ?? 'x'}-${required ?? 'x'}${verified ? '' : '-open'}`;

/** Every ring that the scale can make, drawn once; cells refer to them. Thousands of rings of their own would be slow. */
export function RingSprites({ maxLevel }: { maxLevel: number }) {
  const rings = [null, ...range(0, maxLevel)].flatMap((attained) =>
    [null, ...range(1, maxLevel)].flatMap((required) =>
      [true, false].map((verified) => ({ attained, required, verified })),
    ),
  );
  return (
    <svg className="ring-sprites" width="0" height="0" aria-hidden="true">
      {rings.map((ring) => {
        const id = spriteOf(ring.attained, ring.required, ring.verified);
        return (
          <symbol key={id} id={id} viewBox="0 0 30 30" overflow="visible">
            <RingDrawing {...ring} maxLevel={maxLevel} />
          </symbol>
        );
      })}
    </svg>
  );
}
