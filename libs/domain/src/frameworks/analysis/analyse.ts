import { FrameworksError } from '../frameworks.errors.ts';
import { assertCompiledRelease, type CompiledRelease, type ItemGroup } from './analysed-release.ts';
import { ksasByArea, sharedKsasOfAreas, uniqueKsas } from './area-figures.ts';
import type { Asked } from './asked.ts';
import {
  ksasOfGroups,
  namedSubCompetencies,
  selectionsByArea,
  sharedOccupations,
  topSubCompetencies,
} from './competency-figures.ts';
import type { Figure } from './figure.ts';
import { associatedKsas, byAreas, byCount, careers, citedKsas, ksasByOccupations } from './ksa-figures.ts';
import {
  analyses,
  type AnalysisName,
  type AnalysisRule,
  assertQuestion,
  assertRuleOf,
  type AnalysisQuestion,
  reportsRule,
} from './questions.ts';

const ANSWERS: Readonly<Record<AnalysisName, (asked: Asked) => Figure>> = {
  'ksas-by-area': ksasByArea,
  'shared-ksas-of-areas': sharedKsasOfAreas,
  'unique-ksas': uniqueKsas,
  'ksas-by-competency': (asked) => ksasOfGroups(asked, 'competency'),
  'ksas-by-sub-competency': (asked) => ksasOfGroups(asked, 'sub-competency'),
  'named-sub-competencies': namedSubCompetencies,
  'selections-by-competency': (asked) => selectionsByArea(asked, 'competency'),
  'selections-by-sub-competency': (asked) => selectionsByArea(asked, 'sub-competency'),
  'top-sub-competencies': topSubCompetencies,
  'most-cited-ksas': (asked) => citedKsas(asked, byCount),
  'area-spanning-ksas': (asked) => citedKsas(asked, byAreas),
  'ksas-by-occupations': ksasByOccupations,
  'shared-occupations-of-competencies': (asked) => sharedOccupations(asked, 'competency'),
  'shared-occupations-of-sub-competencies': (asked) => sharedOccupations(asked, 'sub-competency'),
  'associated-ksas': associatedKsas,
  careers,
};

/**
 * What a release answers to a question, by a rule (the report's when none is named). Rows that are ranked come with ties
 * in code order. Each answer goes over the selections once; pairs of groups are compared as sets of bits.
 *
 * Throws `frameworks.nothing-to-analyse` when the release has no such area, KSA or item,
 * `frameworks.rule-of-another-analysis`, `frameworks.release-not-compiled`, `frameworks.invalid-question`.
 */
export function analyse(release: CompiledRelease, question: AnalysisQuestion, rule?: AnalysisRule): Figure {
  assertCompiledRelease(release);
  assertQuestion(question);
  const { name } = question;
  const by = rule === undefined ? reportsRule(name) : rule;
  assertRuleOf(name, by);
  const under = question.under === null ? null : groupOf(release, question.under);
  return ANSWERS[name]({
    release,
    rule: by,
    subject: subjectOf(release, question),
    ksas: under === null ? release.ksas.map((_, place) => place) : under.ksas,
    under,
  });
}

function subjectOf(release: CompiledRelease, { name, subject }: AnalysisQuestion): number {
  switch (analyses[name].subject) {
    case 'ksa':
      return found(
        release.ksas.findIndex(({ code }) => code === subject),
        'KSA',
        subject,
        '/subject',
      );
    case 'area':
      return found(
        release.areas.findIndex(({ code }) => code === subject),
        'technology area',
        subject,
        '/subject',
      );
    case null:
      return -1;
  }
}

function groupOf({ groups }: CompiledRelease, code: string): ItemGroup {
  const place = found(
    groups.findIndex(({ item }) => item.code === code),
    'item above KSAs',
    code,
    '/under',
  );
  return groups[place] as ItemGroup;
}

function found(place: number, what: string, code: string | null, pointer: string): number {
  if (place >= 0) return place;
  throw new FrameworksError(
    'frameworks.nothing-to-analyse',
    `The release has no ${what} ${code ?? ''}.`,
    pointer,
  );
}
