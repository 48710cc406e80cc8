import type { Recommendation, RecommendationInput } from './recommendation.ts';

export function recommendTraining(input: RecommendationInput): Recommendation {
  throw new Error('still to be written');
}
