import {
  type EvidencedLevels,
  evidencedLevels,
  type Instant,
  packedRatingBytes,
  ratingColumns,
  type RatingPolicy,
  unpackRatings,
  type WorkersRatings,
} from '#domain';
import type { ScopeMember } from './scope-members.repository.ts';

function ratingsOf(members: readonly ScopeMember[]): WorkersRatings {
  const count = members.reduce((sum, { packed }) => sum + packed.length / packedRatingBytes, 0);
  const columns = ratingColumns(count);
  const starts = [0];
  for (const { packed } of members) starts.push(unpackRatings(packed, columns, starts.at(-1)));
  return { columns, starts };
}

export function levelsOf(
  members: readonly ScopeMember[],
  policy: RatingPolicy,
  ksaNos: readonly number[],
  asOf: Instant,
): EvidencedLevels {
  return evidencedLevels(policy, ksaNos, ratingsOf(members), asOf);
}
