/**
 * Makes something of each step, in order, the next one while whoever asked for the one before is busy with that; two
 * are never being made at once, and a step is asked for only when it is begun. A caller who stops early waits for the
 * one that was begun.
 */
export async function* oneAhead<Step, Made>(
  steps: Iterable<Step>,
  make: (step: Step, place: number) => Promise<Made>,
): AsyncGenerator<Made> {
  const remaining = steps[Symbol.iterator]();
  const begin = (place: number): Promise<Made> | null => {
    const step = remaining.next();
    if (step.done === true) return null;
    const made = make(step.value, place);
    // Whoever takes it hears of a failure; until then nobody listens.
    made.catch(() => undefined);
    return made;
  };
  let ahead = begin(0);
  try {
    for (let place = 1; ahead !== null; place += 1) {
      const ready: Made = await ahead;
      ahead = begin(place);
      yield ready;
    }
  } finally {
    await ahead?.catch(() => undefined);
  }
}
