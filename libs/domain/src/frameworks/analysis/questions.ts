import { isRecord } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';
import { associationRules, type AssociationRule } from './associations.ts';
import type { CountingRule } from './counting-rules.ts';

interface AnalysisKind {
  /** The first is the one under which the printed figures come out. */
  readonly rules: readonly (CountingRule | AssociationRule)[];
  /** What it is asked about besides the release. */
  readonly subject: 'area' | 'ksa' | null;
  /** Whether its rows are competencies, sub-competencies or KSAs, so that those under one item may be asked for. */
  readonly narrows: boolean;
}

const adding = ['lines', 'selections', 'institutes'] as const;

/** Every question that a release answers with a table. The figures named are those of NIST AMS 600-20. */
export const analyses = {
  /** Table 1: the KSAs that each area needs, how many of them it alone. */
  'ksas-by-area': { rules: ['ksas', ...adding], subject: null, narrows: false },
  /** Fig. 5: the KSAs that each two areas share. */
  'shared-ksas-of-areas': { rules: ['ksas', ...adding], subject: null, narrows: false },
  /** Sections 3.3.1 to 3.3.5: the KSAs that no other area needs, by how often they are cited. */
  'unique-ksas': {
    rules: ['lines', 'selections', 'institutes'],
    subject: 'area',
    narrows: true,
  },
  /** Tables 4 and 5, and the shares that span areas. */
  'ksas-by-competency': { rules: ['ksas', ...adding], subject: null, narrows: true },
  'ksas-by-sub-competency': { rules: ['ksas', ...adding], subject: null, narrows: true },
  /** Fig. 4: the sub-competencies with three KSAs or more. */
  'named-sub-competencies': { rules: ['ksas', ...adding], subject: null, narrows: true },
  /** Fig. 6 and 7. */
  'selections-by-competency': {
    rules: ['lines', 'selections', 'institutes', 'occupations', 'ksas'],
    subject: null,
    narrows: true,
  },
  'selections-by-sub-competency': {
    rules: ['lines', 'selections', 'institutes', 'occupations', 'ksas'],
    subject: null,
    narrows: true,
  },
  /** Tables 8, 10, 12, 14 and 16. */
  'top-sub-competencies': {
    rules: ['lines', 'selections', 'institutes', 'occupations', 'ksas'],
    subject: 'area',
    narrows: true,
  },
  /** Table 2. */
  'most-cited-ksas': {
    rules: ['lines', 'selections', 'institutes', 'titles'],
    subject: null,
    narrows: true,
  },
  /** Table 6. */
  'area-spanning-ksas': {
    rules: ['lines', 'selections', 'institutes', 'titles'],
    subject: null,
    narrows: true,
  },
  /** Fig. 3: how many KSAs align with so many occupations. */
  'ksas-by-occupations': {
    rules: ['lines', 'selections', 'institutes', 'titles'],
    subject: null,
    narrows: true,
  },
  /** Fig. 8 and 9. */
  'shared-occupations-of-competencies': {
    rules: ['titles', 'occupations', 'institutes'],
    subject: null,
    narrows: true,
  },
  'shared-occupations-of-sub-competencies': {
    rules: ['titles', 'occupations', 'institutes'],
    subject: null,
    narrows: true,
  },
  /** Section 3.2.2. */
  'associated-ksas': { rules: associationRules, subject: 'ksa', narrows: false },
  careers: { rules: ['lines', 'selections', 'institutes'], subject: 'ksa', narrows: false },
} as const satisfies Record<string, AnalysisKind>;

export type AnalysisName = keyof typeof analyses;

export const analysisNames = Object.keys(analyses) as readonly AnalysisName[];

export type AnalysisRule = CountingRule | AssociationRule;

export interface AnalysisQuestion {
  readonly name: AnalysisName;
  /** The code of the area or KSA that it is about, where it is about one. */
  readonly subject: string | null;
  /** The code of an item that the rows are to stand under, where the rows are items. */
  readonly under: string | null;
}

/** Throws `frameworks.invalid-question`, naming the field, unless it names an analysis and what it is about. */
export function assertQuestion(question: AnalysisQuestion): void {
  if (!isRecord(question)) throw invalidQuestion('There is no question.', '');
  const { name, subject, under } = question;
  assertName(name);
  if (subject !== null && typeof subject !== 'string')
    throw invalidQuestion(`What ${name} is about comes as its code.`, '/subject');
  if (under !== null && typeof under !== 'string')
    throw invalidQuestion(`What ${name} looks under comes as its code.`, '/under');
  if (under !== null && !analyses[name].narrows)
    throw invalidQuestion(
      `The rows of ${name} stand under no item that they could be narrowed to.`,
      '/under',
    );
}

function assertName(name: AnalysisName): void {
  if (!analysisNames.includes(name)) throw invalidQuestion(`There is no analysis "${name}".`, '/name');
}

function invalidQuestion(message: string, pointer: string): FrameworksError {
  return new FrameworksError('frameworks.invalid-question', message, pointer);
}

/** The rules that an analysis can count by, the report's first. Throws `frameworks.invalid-question`. */
export function rulesOf(name: AnalysisName): readonly AnalysisRule[] {
  assertName(name);
  return analyses[name].rules;
}

/** Throws `frameworks.invalid-question`. */
export function reportsRule(name: AnalysisName): AnalysisRule {
  assertName(name);
  return analyses[name].rules[0];
}

/** Throws `frameworks.rule-of-another-analysis`. */
export function assertRuleOf(name: AnalysisName, rule: AnalysisRule): void {
  if (rulesOf(name).includes(rule)) return;
  throw new FrameworksError(
    'frameworks.rule-of-another-analysis',
    `${name} is counted by ${rulesOf(name).join(', ')}, not by ${rule}.`,
    '/rule',
  );
}
