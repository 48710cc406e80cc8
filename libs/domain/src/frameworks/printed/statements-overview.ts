import { percent, type ReleaseFacts } from './release-facts.ts';
import type { Statement } from './statement.ts';

const percentOf = (data: ReleaseFacts, code: string) =>
  percent(data.ksasUnder(code).length, data.ksas.length);

const percentOfOneArea = (data: ReleaseFacts, code: string) =>
  percent(data.ksasUnder(code).length - data.ksasInSeveralAreas(code).length, data.ksasUnder(code).length);

const percentInSeveralAreas = (data: ReleaseFacts) =>
  percent(data.ksas.filter((ksa) => data.areas(ksa).length > 1).length, data.ksas.length);

/** Competencies for which Table 5 names a deriving model; those of tier 4 all derive from DOL's. */
const DERIVED = ['4', '5.3', '5.4', '5.5', '5.6'];

const occupations = (data: ReleaseFacts) => data.release.occupations.length;
const ksas = (data: ReleaseFacts) => data.ksas.length;
const itemsOf = (kind: 'competency' | 'sub-competency') => (data: ReleaseFacts) => data.items(kind).length;

/** Abstract, executive summary, sections 2 to 3.1.3. */
export const OVERVIEW_STATEMENTS: readonly Statement[] = [
  {
    figure: 'Abstract',
    row: 'occupations',
    column: 'count',
    phrase: 'identifies {} occupations connected to',
    recompute: occupations,
  },
  {
    figure: 'Abstract',
    row: 'KSAs',
    column: 'count',
    phrase: 'occupations connected to {} KSAs',
    recompute: ksas,
  },
  {
    figure: 'Abstract',
    row: 'technology areas',
    column: 'count',
    phrase: 'manufacturing technologies across {} technology areas',
    recompute: (data) => data.release.areas.length,
  },
  {
    figure: 'Abstract',
    row: 'competencies',
    column: 'count',
    phrase: 'identified KSAs into {} competencies',
    recompute: itemsOf('competency'),
  },
  {
    figure: 'Abstract',
    row: 'sub-competencies',
    column: 'count',
    phrase: 'competencies and {} sub-competencies as an extension',
    recompute: itemsOf('sub-competency'),
  },
  {
    figure: 'Executive Summary',
    row: 'occupations',
    column: 'count',
    phrase: 'The report identifies {} unique occupations',
    recompute: occupations,
  },
  {
    figure: 'Executive Summary',
    row: 'engineering and scientific roles',
    column: 'count',
    phrase: 'unique occupations, grouped into {} engineering and scientific roles',
  },
  {
    figure: 'Executive Summary',
    row: 'technician and associate roles',
    column: 'count',
    phrase: 'engineering and scientific roles, {} technician and associate roles',
  },
  {
    figure: 'Executive Summary',
    row: 'specialist and analyst roles',
    column: 'count',
    phrase: 'technician and associate roles, {} specialist and analyst roles',
  },
  {
    figure: 'Executive Summary',
    row: 'machine operator and machinist roles',
    column: 'count',
    phrase: 'specialist and analyst roles, and {} machine operator and machinist roles',
  },
  {
    figure: 'Executive Summary',
    row: 'KSAs shared by multiple technology areas',
    column: '%',
    phrase: 'At least {} of the selected KSAs are shared by multiple technology areas',
    relation: 'at least',
    recompute: percentInSeveralAreas,
  },
  {
    figure: 'Executive Summary',
    row: 'tier 4',
    column: '% of KSAs',
    phrase: 'Tier 4 competencies encompass over {}% of the KSAs',
    relation: 'over',
    recompute: (data) => percentOf(data, '4'),
  },

  {
    figure: 'Section 2',
    row: 'KSAs',
    column: 'count',
    phrase: 'The framework comprises {} unique KSAs',
    recompute: ksas,
  },
  {
    figure: 'Section 2',
    row: 'occupations',
    column: 'count',
    phrase: 'unique KSAs, {} occupations',
    recompute: occupations,
  },
  {
    figure: 'Section 2',
    row: 'competencies',
    column: 'count',
    phrase: 'occupations, {} competencies',
    recompute: itemsOf('competency'),
  },
  {
    figure: 'Section 2',
    row: 'sub-competencies',
    column: 'count',
    phrase: 'competencies, {} sub-competencies, and over',
    recompute: itemsOf('sub-competency'),
  },
  {
    figure: 'Section 2',
    row: 'data points',
    column: 'count',
    phrase: 'sub-competencies, and over {} data points',
    relation: 'over',
    recompute: (data) => data.ksas.reduce((sum, ksa) => sum + data.lines(ksa), 0),
  },
  {
    figure: 'Section 2.2',
    row: 'occupations',
    column: 'count',
    phrase: 'within each institute for a total of {} occupations',
    recompute: occupations,
  },
  {
    figure: 'Section 2.2',
    row: 'fewest occupations of an institute',
    column: 'count',
    phrase: '{} to 16 occupations were identified within each institute',
  },
  {
    figure: 'Section 2.2',
    row: 'most occupations of an institute',
    column: 'count',
    phrase: 'Three to {} occupations were identified within each institute',
  },
  {
    figure: 'Section 2.2',
    row: 'unique names',
    column: 'count',
    phrase: 'occupations, {} of which have unique names',
    recompute: (data) => data.release.titles.length,
  },
  {
    figure: 'Section 2.2',
    row: 'institutes that submitted Biological Technicians',
    column: 'count',
    phrase: '{} institutes separately submitted “biological technicians”',
    recompute: (data) =>
      data.release.occupations
        .filter(({ title }) => title === 'Biological Technicians')
        .reduce((sum, { selectedBy }) => sum + selectedBy, 0),
  },
  {
    figure: 'Section 2.2',
    row: 'engineering and scientific roles',
    column: 'count',
    phrase: 'further broken down into {} engineering and scientific roles',
  },
  {
    figure: 'Section 2.2',
    row: 'technician and associate roles',
    column: 'count',
    phrase: 'further broken down into 52 engineering and scientific roles, {} technician',
  },
  {
    figure: 'Section 2.2',
    row: 'specialist and analyst roles',
    column: 'count',
    phrase:
      'further broken down into 52 engineering and scientific roles, 52 technician and associate roles, {} specialist',
  },
  {
    figure: 'Section 2.2',
    row: 'machine operator and machinist roles',
    column: 'count',
    phrase: 'and {} machine operator and machinist roles. This suggests',
  },

  {
    figure: 'Section 3',
    row: 'KSAs in several technology areas',
    column: '%',
    phrase: '{}% of all KSAs (i.e., “all KSAs”',
    recompute: percentInSeveralAreas,
  },
  {
    figure: 'Section 3',
    row: 'KSAs shared by three or more institutes',
    column: '%',
    phrase: '{}% of all KSAs are shared by three or more MFG USA institutes',
  },
  {
    figure: 'Section 3',
    row: 'KSAs that align with eight or more occupations',
    column: '%',
    phrase: '{}% of all KSAs align with eight or more occupations',
    recompute: (data) => percent(data.ksas.filter((ksa) => data.lines(ksa) >= 8).length, data.ksas.length),
  },
  {
    figure: 'Section 3',
    row: 'KSAs that align with an existing model',
    column: '%',
    phrase: 'At least {}% of the KSAs identified by the institutes align',
    relation: 'at least',
    recompute: (data) => percent(DERIVED.flatMap((code) => data.ksasUnder(code)).length, data.ksas.length),
  },
  {
    figure: 'Section 3',
    row: 'tier 4',
    column: '% of KSAs',
    phrase: '{}% of all KSAs align with competencies in the DOL AMCM',
    recompute: (data) => percentOf(data, '4'),
  },
  {
    figure: 'Section 3',
    row: '4.2',
    column: '% of KSAs',
    phrase: '{}% of all KSAs reside in Operations Management',
    recompute: (data) => percentOf(data, '4.2'),
  },
  {
    figure: 'Section 3',
    row: '4.1',
    column: '% of KSAs',
    phrase: '{}% of all KSAs reside in Manufacturing Process Design',
    recompute: (data) => percentOf(data, '4.1'),
  },
  {
    figure: 'Section 3.1.1',
    row: 'occupations',
    column: 'count',
    phrase: 'As previously stated in Section 2, the {} occupations selected',
    recompute: occupations,
  },
  {
    figure: 'Section 3.1.2',
    row: 'KSAs',
    column: 'count',
    phrase: 'Of the {} essential KSAs identified',
    recompute: ksas,
  },
  {
    figure: 'Section 3.1.2',
    row: 'tier 4',
    column: '# KSAs',
    phrase: 'identified by the MFG USA institutes, {} clearly aligned with the Tier 4',
    recompute: (data) => data.ksasUnder('4').length,
  },
  {
    figure: 'Section 3.1.2',
    row: 'competencies of tier 4',
    column: 'count',
    phrase: 'DOL’s model has {} competencies in Tier 4',
    recompute: (data) => data.items('competency').filter(({ code }) => code.startsWith('4.')).length,
  },
  {
    figure: 'Section 3.1.2',
    row: '4.2',
    column: '% of KSAs',
    phrase: '{}% of all KSAs aligned with Operations Management (4.2)',
    recompute: (data) => percentOf(data, '4.2'),
  },
  {
    figure: 'Section 3.1.2',
    row: '4.1',
    column: '% of KSAs',
    phrase: 'followed by {}% aligned with Manufacturing Process',
    recompute: (data) => percentOf(data, '4.1'),
  },
  {
    figure: 'Section 3.1.3',
    row: 'tier 5',
    column: '# KSAs',
    phrase: 'Tier 5 KSAs comprise {} of the 235 KSAs',
    recompute: (data) => data.ksasUnder('5').length,
  },
  {
    figure: 'Section 3.1.3',
    row: 'KSAs',
    column: 'count',
    phrase: 'Tier 5 KSAs comprise 52 of the {} KSAs',
    recompute: ksas,
  },
  {
    figure: 'Section 3.1.3',
    row: 'tier 5',
    column: '% of KSAs',
    phrase: 'representing over {}% of all KSAs',
    relation: 'over',
    recompute: (data) => percentOf(data, '5'),
  },
  {
    figure: 'Section 3.1.3',
    row: 'tier 5, KSAs of one technology area',
    column: '%',
    phrase: '{}% of the Tier 5 KSAs are technology area-specific',
    recompute: (data) => percentOfOneArea(data, '5'),
  },
  {
    figure: 'Section 3.1.3',
    row: 'tier 4, KSAs of one technology area',
    column: '%',
    phrase: 'technology area-specific, compared with {}% of Tier 4 KSAs',
    recompute: (data) => percentOfOneArea(data, '4'),
  },
  {
    figure: 'Section 3.1.3',
    row: 'tier 5, KSAs of one institute',
    column: '%',
    phrase: '{}% of Tier 5 KSAs were only selected by one MFG USA institute',
  },
  {
    figure: 'Section 3.1.3',
    row: 'tier 4, KSAs of one institute',
    column: '%',
    phrase: 'only selected by one MFG USA institute, compared with {}% of Tier 4 KSAs',
  },
];
