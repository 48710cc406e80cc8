import type { Programme } from './programme.ts';
import { TrainingError } from './training.errors.ts';

/** Throws `training.cyclic-prerequisites`, saying the circle and what closes it, when programmes require each other in one. */
export function assertNoCircle(programmes: readonly Programme[]): void {
  const placeOfId = new Map(programmes.map(({ id }, place) => [id, place]));
  const settled = new Set<string>();
  for (const first of programmes) {
    // A stack of our own: a catalogue may require in a row what no call stack holds.
    const path: { readonly programme: Programme; next: number }[] = [];
    const onPath = new Set<string>();
    const enter = (programme: Programme | undefined): void => {
      if (programme === undefined || settled.has(programme.id)) return;
      if (onPath.has(programme.id)) {
        const last = path.at(-1);
        const at = `/programmes/${placeOfId.get(last?.programme.id ?? '')}`;
        throw circle([...onPath], programme.id, `${at}/requiresProgrammes/${(last?.next ?? 0) - 1}`);
      }
      onPath.add(programme.id);
      path.push({ programme, next: 0 });
    };
    enter(first);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const required = top.programme.requiresProgrammes[top.next];
      top.next += 1;
      if (required !== undefined) {
        enter(programmes[placeOfId.get(required) ?? -1]);
        continue;
      }
      path.pop();
      onPath.delete(top.programme.id);
      settled.add(top.programme.id);
    }
  }
}

function circle(path: readonly string[], again: string, pointer: string): TrainingError {
  return new TrainingError(
    'training.cyclic-prerequisites',
    `Programmes require each other in a circle: ${[...path.slice(path.indexOf(again)), again].join(' → ')}.`,
    pointer,
  );
}
