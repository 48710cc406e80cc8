export { DomainError } from './errors.ts';

export { rolesGivenBy } from './access/role-giving.ts';
export { isRole, roles, type Role } from './access/roles.ts';
export { isPermission, permissions, type Permission } from './access/permissions.ts';
export { accessMatrix, permissionsOf, scopeOf, type Scope } from './access/access-matrix.ts';

export {
  assertLevel,
  assertMaxLevel,
  assertProficiencyScale,
  defaultProficiencyScale,
  highestMaxLevel,
  isLevel,
  lowestMaxLevel,
  type ProficiencyLevel,
  type ProficiencyScale,
} from './scales/proficiency-scale.ts';
export { commonMultipleOfLevels } from './scales/common-multiple.ts';
export { ScalesError, type ScalesErrorCode } from './scales/scales.errors.ts';

export {
  assertInstant,
  epochMillisecondsOf,
  instantAtEndOf,
  instantOfEpochMilliseconds,
  never,
  secondsPerDay,
  type Instant,
} from './ratings/instant.ts';
export { isoTimeOf } from './ratings/iso-time.ts';
export {
  codeOfSource,
  everySource,
  everySourceButSelf,
  sourceCount,
  sourceOfCode,
  sources,
  sourceSetOf,
  type Source,
  type SourceSet,
} from './ratings/sources.ts';
export {
  defaultEvidence,
  evidences,
  isEvidence,
  sourcesOfEvidence,
  type Evidence,
} from './ratings/evidence.ts';
export { assertRating, type Rating } from './ratings/rating.ts';
export {
  defaultRatingPolicy,
  type ConsensusPolicy,
  type MostTrustedPolicy,
  type RatingPolicy,
  type ValidityDays,
} from './ratings/rating-policy.ts';
export { assertRatingPolicy } from './ratings/assert-rating-policy.ts';
export { decayTable } from './ratings/decay-table.ts';
export { ksaSlots, slotOf, type KsaSlots } from './ratings/ksa-slots.ts';
export { RatingResolver } from './ratings/rating-resolver.ts';
export { ratingsKnownAt, resolveRatings } from './ratings/resolve-ratings.ts';
export { columnsOfRatings, ratingColumns, type RatingColumns } from './ratings/rating-columns.ts';
export { packedRatingBytes, packRatings, unpackRatings } from './ratings/packed-ratings.ts';
export { RatingsError, type RatingsErrorCode } from './ratings/ratings.errors.ts';

export {
  compileRoleProfile,
  highestWeight,
  lowestWeight,
  type CompiledRoleProfile,
  type Requirement,
} from './gaps/role-profile.ts';
export { scoreRequirements, unknownLevel, type RequirementTotals } from './gaps/score-requirements.ts';
export { gapScoreAlgorithm, scoreWorker, type GapScore } from './gaps/gap-score.ts';
export { bulkScorer, type ScoresInBulk, type WorkersRatings } from './gaps/score-in-bulk.ts';
export {
  requirementResolver,
  type ResolvedRequirements,
  type ResolveRequirements,
} from './gaps/resolve-requirements.ts';
export {
  gapView,
  type Coverage,
  type ExplainableScore,
  type GapView,
  type NextBestQuestion,
} from './gaps/gap-view.ts';
export {
  qualification,
  type NotQualifiedReason,
  type Qualification,
  type QualificationReason,
} from './gaps/qualification.ts';
export {
  requirementView,
  type ExplainedRequirement,
  type RequirementStatus,
  type RequirementView,
} from './gaps/requirement-view.ts';
export {
  gapViewByState,
  requirementsByState,
  requirementStates,
  type GapViewByState,
  type RequirementsByState,
  type RequirementState,
  type StatedRequirement,
  type SuspensionReason,
} from './gaps/requirement-states.ts';
export { slotRanker } from './gaps/ranked-slots.ts';
export {
  calibration,
  calibrator,
  type Calibrate,
  type Calibration,
  type CalibrationItem,
} from './gaps/calibration.ts';
export { fewestQuestions, type FewestQuestions, type Question } from './gaps/fewest-questions.ts';
export { percentDown } from './gaps/percentage.ts';
export { GapsError, type GapsErrorCode } from './gaps/gaps.errors.ts';

export type { PrerequisiteLevel, Programme, ProgrammeOutcome } from './training/programme.ts';
export type {
  Recommendation,
  RecommendationInput,
  RemainingGap,
  StepClosing,
  TrainingBudget,
  TrainingStep,
} from './training/recommendation.ts';
export { recommendationAlgorithm, recommendTraining } from './training/recommend.ts';
export { assertProgrammes, mostCents, mostMinutes } from './training/assert-programmes.ts';
export { compileCatalogue, type CompiledCatalogue } from './training/catalogue.ts';
export { minutesOfHours } from './training/hours.ts';
export { TrainingError, type TrainingErrorCode } from './training/training.errors.ts';

export {
  leftOutReasons,
  type LeftOut,
  type LeftOutReason,
  type PlannedPlace,
  type PlannedRole,
  type PlannedSession,
  type PlannedWorker,
  type PlanningEffort,
  type PlanningInput,
  type PlanningProgress,
  type ProgrammeSession,
  type TrainingPlan,
  type UncoveredKsa,
} from './planning/training-plan.ts';
export { planningAlgorithm } from './planning/plan-answer.ts';
export { planTraining, trainingPlanner } from './planning/plan-training.ts';
export { mostBudgetCents } from './planning/assert-planning-input.ts';
export { PlanningError, type PlanningErrorCode } from './planning/planning.errors.ts';

export {
  noTotals,
  tenthCount,
  type GroupTotals,
  type KsaTotals,
  type ProfileTotals,
} from './groups/group-totals.ts';
export { GroupTally } from './groups/group-tally.ts';
export { memberKsas, type GroupMember, type MemberKsa, type MemberScore } from './groups/group-member.ts';
export { mergeTotals, subtractTotals, sumOfTotals } from './groups/merge-totals.ts';
export { packKsaTotals, unpackKsaTotals } from './groups/packed-ksa-totals.ts';
export { meanOfFractions, numberOfFraction, type Fraction } from './groups/fraction.ts';
export { groupReadiness, type GroupReadiness } from './groups/group-readiness.ts';
export { ksaCover, profileCover, type KsaCover, type Minimum, type ProfileCover } from './groups/cover.ts';
export { sharedGaps } from './groups/shared-gaps.ts';
export { MemberResolver, type RatingsOfWorker } from './groups/member-resolver.ts';
export { SkillsMatrix, type MatrixExpiry } from './groups/skills-matrix.ts';
export { readMatrixCell, type CellExpiry, type MatrixCell, type MatrixCells } from './groups/matrix-cells.ts';
export { GroupsError, type GroupsErrorCode } from './groups/groups.errors.ts';

export {
  WhatIf,
  type ChangedScore,
  type ComparedScore,
  type RoleBeforeAndAfter,
  type WhatIfAnswer,
  type WhatIfMembers,
} from './what-if/what-if.ts';
export {
  changedRequirements,
  type ChangeableRequirement,
  type RequirementChange,
} from './what-if/changed-requirements.ts';
export {
  copyOfLevels,
  evidencedLevels,
  unknownLevels,
  type EvidencedLevels,
} from './what-if/evidenced-levels.ts';
export {
  ksasOfProgrammes,
  ProgrammeTaking,
  type TakenProgramme,
  type Takers,
} from './what-if/taken-programmes.ts';
export { coverChanges, type CoverChange } from './what-if/cover-changes.ts';
export { WhatIfError, type WhatIfErrorCode } from './what-if/what-if.errors.ts';

export { programmeGraph, type ProgrammeGraph } from './paths/programme-graph.ts';
export { leastTraining, type LeastTraining } from './paths/least-training.ts';
export {
  transferability,
  transferTraining,
  type LevelGain,
  type Transfer,
  type TransferTraining,
} from './paths/transferability.ts';
export type { Role as PathRole } from './paths/role.ts';
export { attainedAfter, compareRoles, type RoleComparison } from './paths/compare-roles.ts';
export {
  careerPath,
  type CareerPath,
  type CareerPathAnswer,
  type CareerPathInput,
  type CareerStep,
} from './paths/career-path.ts';
export { PathsError, type PathsErrorCode } from './paths/paths.errors.ts';

export { associationKinds, type AssociationKind } from './frameworks/association-kind.ts';
export {
  compareCodes,
  isKsaCode,
  longestCode,
  parseKsaCode,
  type KsaCodeParts,
} from './frameworks/ksa-code.ts';
export { itemKinds, type ItemKind, type ReleaseItem } from './frameworks/release-item.ts';
export {
  checkRelease,
  parentKindOf,
  releaseChecks,
  type ReleaseFault,
} from './frameworks/releases/check-release.ts';
export {
  diffReleases,
  type AreaChange,
  type ItemChange,
  type OccupationChange,
  type ReleaseDiff,
  type SelectionChange,
  type WordedField,
} from './frameworks/releases/diff-releases.ts';
export { decideMigration } from './frameworks/releases/decide-migration.ts';
export { byOrigin, followSuccessions } from './frameworks/releases/follow-successions.ts';
export { planMigration } from './frameworks/releases/migrate-profile.ts';
export type {
  LineageRequirement,
  MigratedRequirement,
  MigrationDecision,
  MigrationStep,
} from './frameworks/releases/migration-step.ts';
export { MigrationError, type MigrationErrorCode } from './frameworks/releases/migration.errors.ts';
export { nextCode } from './frameworks/releases/next-code.ts';
export { ownPartOfCode } from './frameworks/releases/own-code.ts';
export type {
  AreaContent,
  ItemContent,
  OccupationContent,
  ReleaseContent,
  SelectionContent,
  Succession,
} from './frameworks/releases/release-content.ts';
export { analyse } from './frameworks/analysis/analyse.ts';
export {
  compileRelease,
  type AnalysedRelease,
  type CompiledRelease,
} from './frameworks/analysis/analysed-release.ts';
export { associationRules } from './frameworks/analysis/associations.ts';
export { compareOccupations, type ComparedKsa } from './frameworks/analysis/compare-occupations.ts';
export { countingRules } from './frameworks/analysis/counting-rules.ts';
export type { Figure, FigureEntry } from './frameworks/analysis/figure.ts';
export {
  nearestOccupations,
  nearnessOf,
  nearnessRules,
  type NearnessRule,
} from './frameworks/analysis/nearest-occupations.ts';
export {
  analyses,
  analysisNames,
  reportsRule,
  rulesOf,
  type AnalysisName,
  type AnalysisRule,
  type AnalysisQuestion,
} from './frameworks/analysis/questions.ts';
export { printedKey, type PrintedFigure } from './frameworks/printed/printed-figure.ts';
export { areaOfList, areaOfTable, associatedColumn, placeOf } from './frameworks/printed/printed-places.ts';
export {
  printedBeside,
  recomputePrinted,
  type PrintedCell,
  type Recomputed,
} from './frameworks/printed/recompute-printed.ts';
export { ReleaseFacts } from './frameworks/printed/release-facts.ts';
export { reportStatements } from './frameworks/printed/statements.ts';
export {
  canonicalRelease,
  type FrameworkHead,
  parentsFirst,
  releaseDocumentSchema,
  type ReleaseDocument,
  type ReleaseHead,
} from './frameworks/releases/transfer/release-document.ts';
export { laterSuccessions, settledSuccessions } from './frameworks/releases/transfer/successions.ts';
export { releaseJson } from './frameworks/releases/transfer/release-json.ts';
export {
  headKeys,
  type HeadKey,
  optionalColumns,
  releaseTables,
  type ReleaseTable,
  tableColumns,
  type TableRow,
  tableRows,
} from './frameworks/releases/transfer/release-tables.ts';
export { beginsLikeFormula, defused, restored } from './frameworks/releases/transfer/spreadsheet-text.ts';
export {
  type AssembledList,
  type ItemRow,
  type NewLineages,
  type OccupationRow,
  ReleaseAssembly,
  type ReportFault,
} from './frameworks/releases/transfer/release-assembly.ts';
export { releaseStates, type ReleaseState } from './frameworks/release-state.ts';
export { technologyAreaNames, technologyAreas, type TechnologyArea } from './frameworks/technology-area.ts';
export { FrameworksError, type FrameworksErrorCode } from './frameworks/frameworks.errors.ts';
