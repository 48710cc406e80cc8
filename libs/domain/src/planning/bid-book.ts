/** What workers bid for seats, session by session. */
export interface BidBook {
  bid(session: number, points: number): void;
  /** Between the last bid that gets a seat and the first that does not; 0 when there is a seat for each. */
  clearing(session: number, seats: number): number;
}

const firstLength = 64;

/** Hundreds of thousands of bids stand in a few arrays of plain numbers, which cost the garbage collector nothing. */
export function bidBook(sessions: number): BidBook {
  const bids = Array.from({ length: sessions }, () => new Float64Array(firstLength));
  const counts = new Int32Array(sessions);
  return {
    bid(session, points) {
      const count = counts[session] as number;
      let list = bids[session] as Float64Array;
      if (count === list.length) {
        const longer = new Float64Array(2 * count);
        longer.set(list);
        list = longer;
        bids[session] = longer;
      }
      list[count] = points;
      counts[session] = count + 1;
    },
    clearing(session, seats) {
      const count = counts[session] as number;
      if (count <= seats) return 0;
      const sorted = (bids[session] as Float64Array).subarray(0, count).sort();
      const first = sorted[count - seats - 1] as number;
      return seats === 0 ? first : ((sorted[count - seats] as number) + first) / 2;
    },
  };
}
