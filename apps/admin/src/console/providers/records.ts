import type { components } from '../../api/schema.d.ts';

/**
 * What the API answers, by the names that the console's screens use; `api/types.ts` has what the worker's pages read
 * too. The shapes are the API's own description, so that a change there is a type error here.
 */
type Schemas = components['schemas'];

export type { AssessmentState, AssessmentSummary } from '../../api/types.ts';

export type Release = Schemas['Release'];
export type TechnologyArea = Schemas['TechnologyArea'];
export type Item = Schemas['Item'];
export type ItemDetail = Schemas['ItemDetail'];
export type Analysis = Schemas['Analysis'];
export type AnalysisEntry = Schemas['AnalysisEntry'];
export type AnalysisName = Schemas['AnalysisName'];
export type AnalysisRule = Schemas['AnalysisRule'];
export type PrintedFigure = Schemas['PrintedFigure'];
export type OccupationComparison = Schemas['OccupationComparison'];
export type NearestOccupations = Schemas['NearestOccupations'];
export type Occupation = Schemas['Occupation'];
export type Crosswalk = Schemas['Crosswalk'] & { version: number };
export type Association = Schemas['Association'];
export type CrosswalkGap = Schemas['CrosswalkGap'];
export type FrameworkHit = Schemas['FrameworkHit'];
export type NearDuplicate = Schemas['NearDuplicate'];
export type OccupationDetail = Schemas['OccupationDetail'];
export type Framework = Schemas['Framework'];
export type ReleaseImport = Schemas['ReleaseImport'];
export type ReleaseFileProblem = Schemas['ReleaseFileProblem'];
export type ReleaseDiff = Schemas['ReleaseDiff'];
export type ReleaseDiffCounts = Schemas['ReleaseDiffCounts'];
export type ItemChange = Schemas['ItemChange'];
export type ItemSide = Schemas['ItemSide'];
export type OccupationChange = Schemas['OccupationChange'];
export type ReleaseFault = Schemas['ReleaseFault'];
export type ReleaseChange = Schemas['ReleaseChange'];
export type Approvals = Schemas['Approvals'];
export type DiscardedDraft = Schemas['DiscardedDraft'];
export type LeftOutRelease = Schemas['LeftOutRelease'];
export type DraftItem = Schemas['DraftItem'];
export type DraftOccupation = Schemas['DraftOccupation'];
export type Selection = Schemas['Selection'];
export type Proposal = Schemas['Proposal'];
export type ProposalDetail = Schemas['ProposalDetail'];

export type Worker = Schemas['Worker'];
export type CreatedWorker = Schemas['CreatedWorker'];

export type Team = Schemas['Team'];
export type GroupReadiness = Schemas['GroupReadiness'];
export type GroupReadinessByDay = Schemas['GroupReadinessByDay'];
export type ExactShare = Schemas['ExactShare'];
export type Cover = Schemas['Cover'];
export type KsaCover = Schemas['KsaCover'];
export type SharedGaps = Schemas['SharedGaps'];
export type SkillsMatrix = Schemas['SkillsMatrix'];

/** The version is the ETag's, which the data provider puts into the record. */
export type RoleProfile = Schemas['RoleProfile'] & { version: number };
export type Requirement = Schemas['Requirement'];
export type OwnItem = Schemas['OwnItem'];
export type OwnOccupation = Schemas['OwnOccupation'];
export type ProfileMigration = Schemas['ProfileMigration'];
export type ProfileBehind = Schemas['ProfileBehind'];
export type MigrationStep = Schemas['MigrationStep'];
export type MigrationDecision = Schemas['MigrationDecision'];
export type MigratingKsa = Schemas['MigratingKsa'];
export type MigratingRequirement = Schemas['MigratingRequirement'];
export type MigrationPreview = Schemas['MigrationPreview'];
export type ReleaseImpact = Schemas['ReleaseImpact'];
export type OwnImpact = Schemas['OwnImpact'];
export type RoleAssignment = Schemas['RoleAssignment'];

export type Review = Schemas['AssessmentReview'];
export type ReviewItem = Schemas['ReviewItem'];
export type GapScore = Schemas['GapScore'];
export type ScorePoint = Schemas['ScorePoint'];
export type QualificationOnDay = Schemas['QualificationOnDay'];
export type QualificationSummary = Schemas['QualificationSummary'];
export type RatingPolicy = Schemas['RatingPolicy'];
export type RatingPolicyInput = Schemas['MostTrustedPolicyInput'] | Schemas['ConsensusPolicyInput'];
export type WhatIfAnswer = Schemas['WhatIfAnswer'];
export type WhatIfLevels = Schemas['WhatIfLevels'];
export type ChangeableRequirement = Schemas['ChangeableRequirement'];
export type RequirementChange = Schemas['RequirementChange'];
export type Programme = Schemas['Programme'];
export type ProgrammeSession = Schemas['ProgrammeSession'];
export type TrainingPlan = Schemas['TrainingPlan'];
export type TrainingPlanDetail = Schemas['TrainingPlanDetail'];
export type TrainingPlanSession = Schemas['TrainingPlanSession'];
export type TrainingPlanPlace = Schemas['TrainingPlanPlace'];

export type Job = Schemas['Job'];
export type User = Schemas['User'];
export type InvitedUser = Schemas['InvitedUser'];
export type Organisation = Schemas['Organisation'];
export type CreatedOrganisation = Schemas['CreatedOrganisation'];
