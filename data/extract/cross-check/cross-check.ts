import { printedKey, type Recomputed, recomputePrinted } from '#domain';
import type { Framework, Irregularity, PrintedFigure } from '../framework.ts';
import { compiled } from '../framework.ts';
import { UNEXPLAINED } from './differences.ts';

/** Every printed figure beside what the data set alone gives for it. */
export function crossCheck(framework: Framework, printed: readonly PrintedFigure[]): Recomputed[] {
  return recomputePrinted(compiled(framework), printed);
}

/** What became of the printed figures: they come out, they do not and the list of irregularities says why, or nothing does. */
export function sorted(
  checked: readonly Recomputed[],
  irregularities: readonly Irregularity[],
): Record<'agreed' | 'explained' | 'unexplained', Recomputed[]> {
  const reasons = new Map(irregularities.map(({ place, reason }) => [place, reason]));
  const isExplained = (each: Recomputed) => {
    const reason = reasons.get(printedKey(each));
    return reason !== undefined && reason !== UNEXPLAINED;
  };
  const differing = checked.filter(({ agrees }) => !agrees);
  return {
    agreed: checked.filter(({ agrees }) => agrees),
    explained: differing.filter(isExplained),
    unexplained: differing.filter((each) => !isExplained(each)),
  };
}
