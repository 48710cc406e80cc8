import { packedRatingBytes, ratingColumns, type RatingsOfWorker, unpackRatings } from '#domain';

/** Unpacks the ratings of members, one worker after the other, and says where each one's stand. */
export function unpackMembers(members: readonly { readonly packed: Uint8Array }[]): RatingsOfWorker[] {
  const count = members.reduce((sum, { packed }) => sum + packed.length / packedRatingBytes, 0);
  const columns = ratingColumns(count);
  let from = 0;
  return members.map(({ packed }) => {
    const ratings = { columns, from, to: unpackRatings(packed, columns, from) };
    from = ratings.to;
    return ratings;
  });
}
