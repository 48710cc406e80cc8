/** How long a process has kept its event loop from others. */
export interface Turns {
  /** The longest turn in milliseconds of the thread's own work: what else the machine does is not in it. */
  readonly longest: number;
}

/** Looks at each turn of the event loop while something is done. */
export async function watchingTurns(work: () => Promise<unknown>): Promise<Turns> {
  let isOn = true;
  let longest = 0;
  let last = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.threadCpuUsage();
    if (isOn) setImmediate(look);
  };
  setImmediate(look);
  try {
    await work();
  } finally {
    isOn = false;
  }
  return { longest };
}
