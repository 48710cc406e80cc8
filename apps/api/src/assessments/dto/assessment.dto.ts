import { z } from 'zod';
import { evidences, type ProficiencyScale } from '#domain';
import { listQuery } from '#platform/http/list';
import { scaleDto, toScaleDto } from './scale.dto.ts';
import { assessmentStates, type Answer, type Assessment } from '../assessment.types.ts';

const state = z.enum(assessmentStates);
const level = z.int().min(0).max(10);

export const assessmentsQuery = listQuery({
  sort: ['createdAt', 'submittedAt', 'reviewedAt', 'state', 'workerName', 'roleProfileName'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    state: z.union([state, z.array(state).min(1).max(4)]).optional(),
    workerId: z.uuid().optional(),
    roleProfileId: z.uuid().optional(),
  },
});

export type AssessmentsQuery = z.output<typeof assessmentsQuery>;

const head = {
  id: z.uuid(),
  workerId: z.uuid(),
  workerName: z.string(),
  roleProfileId: z.uuid(),
  roleProfileName: z.string(),
  profileVersion: z.int(),
  state,
  version: z.int(),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  reviewedBy: z.string().nullable().meta({ description: "The assessor's name." }),
  answered: z.int().meta({ description: 'How many of the questions have an answer, "not sure" being one.' }),
};

export const assessmentSummaryDto = z
  .strictObject({ ...head, questions: z.int() })
  .meta({ id: 'AssessmentSummary' });

export type AssessmentSummaryDto = z.output<typeof assessmentSummaryDto>;

export const answerDto = z
  .strictObject({
    ksaCode: z.string(),
    level: level.nullable().meta({ description: 'Null: not sure.' }),
    answeredAt: z.iso.datetime(),
    version: z.int().meta({ description: "The assessment's, as in the ETag." }),
  })
  .meta({ id: 'AssessmentAnswer' });

export type AnswerDto = z.output<typeof answerDto>;

// The required level is left out on purpose: somebody who sees the target answers towards it. The worker chooses among
// the scale's described levels, and learns in the gap view what the role asks for.
const questionDto = z
  .strictObject({
    ksaCode: z.string(),
    title: z.string(),
    definition: z.string().nullable(),
    definitionSource: z.string().nullable(),
    provisional: z.boolean(),
    critical: z.boolean(),
    evidence: z.enum(evidences),
    answer: z
      .strictObject({ level: level.nullable(), answeredAt: z.iso.datetime() })
      .nullable()
      .meta({ description: 'Null: not answered yet. A level of null: not sure.' }),
  })
  .meta({ id: 'AssessmentQuestion' });

export const assessmentDto = z
  .strictObject({ ...head, scale: scaleDto, questions: z.array(questionDto) })
  .meta({ id: 'Assessment' });

export type AssessmentDto = z.output<typeof assessmentDto>;

export const answerQuestionDto = z
  .strictObject({ level: level.nullable().meta({ description: 'A level of the scale; null: not sure.' }) })
  .meta({ id: 'AnswerQuestion' });

export type AnswerQuestionDto = z.output<typeof answerQuestionDto>;

export const startRoundDto = z
  .strictObject({ workerId: z.uuid(), roleProfileId: z.uuid() })
  .meta({ id: 'StartAssessment' });

export type StartRoundDto = z.output<typeof startRoundDto>;

export function toSummaryDto(assessment: Assessment): AssessmentSummaryDto {
  return { ...toHead(assessment), questions: assessment.questions };
}

function toHead(assessment: Assessment) {
  return {
    id: assessment.id,
    workerId: assessment.workerId,
    workerName: assessment.workerName,
    roleProfileId: assessment.roleProfileId,
    roleProfileName: assessment.roleProfileName,
    profileVersion: assessment.profileVersion,
    state: assessment.state,
    version: assessment.version,
    createdAt: assessment.createdAt.toISOString(),
    submittedAt: assessment.submittedAt?.toISOString() ?? null,
    reviewedAt: assessment.reviewedAt?.toISOString() ?? null,
    reviewedBy: assessment.reviewedByName,
    answered: assessment.answered,
  };
}

/** What the room knows of a question: the requirement, its KSA's provenance, and the answer when there is one. */
interface AnsweredQuestion {
  readonly requirement: Omit<z.output<typeof questionDto>, 'answer'>;
  readonly answer: Answer | null;
}

export interface AssessmentDetail {
  readonly assessment: Assessment;
  readonly scale: ProficiencyScale;
  /** In the order of the role profile. */
  readonly questions: readonly AnsweredQuestion[];
}

export function toAssessmentDto({ assessment, scale, questions }: AssessmentDetail): AssessmentDto {
  return {
    ...toHead(assessment),
    scale: toScaleDto(scale),
    questions: questions.map(({ requirement, answer }) => ({
      ksaCode: requirement.ksaCode,
      title: requirement.title,
      definition: requirement.definition,
      definitionSource: requirement.definitionSource,
      provisional: requirement.provisional,
      critical: requirement.critical,
      evidence: requirement.evidence,
      answer: answer === null ? null : { level: answer.level, answeredAt: answer.answeredAt.toISOString() },
    })),
  };
}
