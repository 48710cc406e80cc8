/**
 * Makes something of each step, in order, the next one while whoever asked for the one before is busy with that; two
 * are never being made at once. A caller who stops early waits for the one that was begun.
 */
export async function* oneAhead<Step, Made>(
  steps: readonly Step[],
  make: (step: Step, place: number) => Promise<Made>,
): AsyncGenerator<Made> {
  const begin = (place: number): Promise<Made> | null => {
    if (place >= steps.length) return null;
    const made = make(steps[place] as Step, place);
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
