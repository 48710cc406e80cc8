import type { components } from './schema.d.ts';

/**
 * What the API answers, by the names that the pages use. The shapes come from the API's own description
 * (openapi.json, by openapi-typescript), so that a change there is a type error here.
 */
type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Me = Schemas['Me'];
export type Persona = Schemas['Persona'];
export type InvitationView = Schemas['Invitation'];
export type SetUpState = Schemas['SetUpState'];

export type Scale = Schemas['GapView']['scale'];

/** A worker against a role profile. Every numerator is over `denominator`, so that the sums are exact. */
export type GapView = Schemas['GapView'];
export type GapScoreSummary = Schemas['GapScore'];
export type GapRequirement = Schemas['GapRequirement'];
export type GapRating = Schemas['GapRating'];
export type QualifiedReason = Schemas['NotQualifiedReason'];

export type AssessmentSummary = Schemas['AssessmentSummary'];
export type AssessmentState = AssessmentSummary['state'];
export type AssessmentDetail = Schemas['Assessment'];
export type AssessmentQuestion = Schemas['AssessmentQuestion'];

export type RecommendationView = Schemas['Recommendation'];
export type TrainingStep = Schemas['TrainingStep'];

export type CareerPathSummary = Schemas['CareerPathSummary'];
export type CareerPath = Schemas['CareerPath'];
export type LeastTraining = Schemas['LeastTraining'];
