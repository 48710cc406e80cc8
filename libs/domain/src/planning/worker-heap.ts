/** Workers by how much they count, the most first, ties by number; who counts 0 is not in it. */
export interface WorkerHeap {
  push(worker: number, counts: number): void;
  /** −1: nobody is left. */
  first(): number;
  /** The first counts this much from now on, no more than before. */
  lowerFirst(counts: number): void;
}

export function workerHeap(workers: number): WorkerHeap {
  const counted = new Float64Array(workers);
  const heap: number[] = [];

  const isBefore = (a: number, b: number): boolean =>
    (counted[a] as number) > (counted[b] as number) || (counted[a] === counted[b] && a < b);

  function swap(a: number, b: number): void {
    [heap[a], heap[b]] = [heap[b] as number, heap[a] as number];
  }

  function sink(): void {
    for (let at = 0; ;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBefore(heap[child] as number, heap[first] as number)) first = child;
      }
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  }

  return {
    push(worker, counts) {
      if (counts <= 0) return;
      counted[worker] = counts;
      heap.push(worker);
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!isBefore(heap[at] as number, heap[parent] as number)) return;
        swap(at, parent);
        at = parent;
      }
    },
    first: () => heap[0] ?? -1,
    lowerFirst(counts) {
      const worker = heap[0] as number;
      counted[worker] = counts;
      if (counts <= 0) {
        const last = heap.pop() as number;
        if (heap.length > 0) heap[0] = last;
      }
      sink();
    },
  };
}
