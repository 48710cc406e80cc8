/** Of `some` indexes (ascending) the `count` with the highest values, of equal ones the first; ascending. */
export function highest(values: Float64Array, some: readonly number[], count: number): readonly number[] {
  if (some.length <= count) return some;
  const ordered = new Float64Array(some.length);
  for (let place = 0; place < some.length; place += 1)
    ordered[place] = values[some[place] as number] as number;
  const least = nthLowest(ordered, some.length - count);
  let equal = count;
  for (const index of some) if ((values[index] as number) > least) equal -= 1;
  return some.filter(
    (index) => (values[index] as number) > least || (values[index] === least && (equal -= 1) >= 0),
  );
}

/** Quickselect (Hoare, "Algorithm 65: find", 1961); reorders the values. */
function nthLowest(values: Float64Array, nth: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] as number;
    let low = from;
    let high = to;
    while (low <= high) {
      while ((values[low] as number) < pivot) low += 1;
      while ((values[high] as number) > pivot) high -= 1;
      if (low > high) break;
      const kept = values[low] as number;
      values[low] = values[high] as number;
      values[high] = kept;
      low += 1;
      high -= 1;
    }
    if (nth <= high) to = high;
    else if (nth >= low) from = low;
    else break;
  }
  return values[nth] as number;
}
