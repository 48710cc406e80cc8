import type { TechnologyArea } from '../technology-area.ts';
import { percent, type ReleaseFacts } from './release-facts.ts';
import type { Statement } from './statement.ts';

const percentInSeveralAreas = (data: ReleaseFacts, code: string) =>
  percent(data.ksasInSeveralAreas(code).length, data.ksasUnder(code).length);

const percentOnlyIn = (data: ReleaseFacts, area: TechnologyArea) =>
  percent(data.ksasOnlyIn(area).length, data.ksasOfArea(area).length);

const electronicsConnections = (data: ReleaseFacts) =>
  (['biomanufacturing', 'digital-automation', 'materials', 'energy-process'] as const).reduce(
    (sum, area) => sum + data.ksasShared('electronics', area),
    0,
  );

const digitalOnlyInTier5 = (data: ReleaseFacts) =>
  data.ksasOnlyIn('digital-automation').filter((ksa) => ksa.startsWith('5')).length;

/** Sections 3.2 and 3.3. */
export const AREA_STATEMENTS: readonly Statement[] = [
  {
    figure: 'Section 3.2.1',
    row: 'biomanufacturing',
    column: '# KSAs',
    phrase: 'of the {} KSAs required by occupations in biomanufacturing',
  },
  {
    figure: 'Section 3.2.1',
    row: 'electronics',
    column: 'KSAs shared with biomanufacturing',
    phrase: 'it shares {} KSAs with biofabrication',
  },
  {
    figure: 'Section 3.2.1',
    row: 'electronics',
    column: 'KSAs shared with digital-automation',
    phrase: 'KSAs with biofabrication, {} with digital/automation',
  },
  {
    figure: 'Section 3.2.1',
    row: 'electronics',
    column: 'KSAs shared with materials',
    phrase: 'with digital/automation, {} with materials',
  },
  {
    figure: 'Section 3.2.1',
    row: 'electronics',
    column: 'KSAs shared with energy-process',
    phrase: 'with materials, and {} with energy processes',
  },
  {
    figure: 'Section 3.2.1',
    row: 'electronics',
    column: 'KSAs shared, all areas summed',
    phrase: 'for a total of {} connections',
    recompute: electronicsConnections,
  },
  {
    figure: 'Section 3.2.1',
    row: 'digital-automation',
    column: 'KSAs shared with energy-process',
    phrase: 'energy/process technologies with {} connections',
  },
  {
    figure: 'Section 3.2.1',
    row: 'digital-automation',
    column: 'KSAs shared with electronics',
    phrase: 'which share {} connections at the KSA level',
  },
  {
    figure: 'Section 3.2.1',
    row: '4',
    column: '% of KSAs in several areas',
    phrase: 'over {}% of KSAs in the Tier 4 competencies span multiple',
    relation: 'over',
    recompute: (data) => (100 * data.ksasInSeveralAreas('4').length) / data.ksasUnder('4').length,
  },
  {
    figure: 'Section 3.2.1',
    row: '4',
    column: 'competencies with KSAs in several areas',
    phrase: 'all {} Tier 4 competencies encompass KSAs from more than one',
    recompute: (data) =>
      ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6'].filter((code) => data.ksasInSeveralAreas(code).length > 0)
        .length,
  },
  {
    figure: 'Section 3.2.1',
    row: '4.1',
    column: '% of KSAs in several areas',
    phrase: 'Development (4.1): {}% of KSAs selected by multiple',
    recompute: (data) => percentInSeveralAreas(data, '4.1'),
  },
  {
    figure: 'Section 3.2.1',
    row: '4.2',
    column: '% of KSAs in several areas',
    phrase: 'Management (4.2): {}% of KSAs selected by multiple',
    recompute: (data) => percentInSeveralAreas(data, '4.2'),
  },
  {
    figure: 'Section 3.2.1',
    row: '4.5',
    column: '% of KSAs in several areas',
    phrase: 'Improvement (4.5): {}% of KSAs selected by multiple',
    recompute: (data) => percentInSeveralAreas(data, '4.5'),
  },
  {
    figure: 'Section 3.2.1',
    row: '4',
    column: 'sub-competencies with more than half of their KSAs in several areas',
    phrase: 'more than half of the KSAs in {} of 48 sub-competencies',
    recompute: (data) =>
      data
        .subCompetencies('4')
        .filter((code) => 2 * data.ksasInSeveralAreas(code).length > data.ksasUnder(code).length).length,
  },
  {
    figure: 'Section 3.2.1',
    row: '4',
    column: 'sub-competencies',
    phrase: 'half of the KSAs in 21 of {} sub-competencies in Tier 4',
    recompute: (data) => data.subCompetencies('4').length,
  },
  {
    figure: 'Section 3.2.1',
    row: '4',
    column: 'sub-competencies with no KSA in several areas',
    phrase: 'while only {} sub-competencies contain KSAs specific to a single',
    recompute: (data) =>
      data.subCompetencies('4').filter((code) => data.ksasInSeveralAreas(code).length === 0).length,
  },
  {
    figure: 'Section 3.2.1',
    row: '4.1.03',
    column: 'KSAs in several areas',
    phrase: 'Engineering Concepts (4.1.3) with {} KSAs',
  },
  {
    figure: 'Section 3.2.1',
    row: '4.1.07',
    column: 'KSAs in several areas',
    phrase: 'Testing/Troubleshooting (4.1.7) with {} KSAs',
  },
  {
    figure: 'Section 3.2.1',
    row: '4.2.11',
    column: 'KSAs in several areas',
    phrase: 'Production/Process Monitoring (4.2.11) with {} KSAs',
  },
  {
    figure: 'Section 3.2.2',
    row: '4.1 and 4.2',
    column: 'occupations (Fig. 8)',
    phrase: 'shows that {} different occupations require',
  },
  {
    figure: 'Section 3.2.2',
    row: '4.2.05',
    column: 'occupations (Fig. 9)',
    phrase: 'sub-competency (4.2.5) includes {} occupations',
  },
  {
    figure: 'Section 3.2.2',
    row: '4.2.05 and 4.2.09',
    column: 'occupations (Fig. 9)',
    phrase: 'Of this set, {} occupations also require KSAs within',
  },

  {
    figure: 'Section 3.3',
    row: 'biomanufacturing',
    column: '% of KSAs shared across institutes',
    phrase: 'highest internal alignment, with {}% of KSAs shared',
  },
  {
    figure: 'Section 3.3.1',
    row: 'biomanufacturing',
    column: '# KSAs',
    phrase: 'technology area contains {} KSAs and occupations',
  },
  {
    figure: 'Section 3.3.1',
    row: 'biomanufacturing',
    column: 'KSAs of this area only',
    phrase: 'KSAs in biomanufacturing, {} KSAs (',
  },
  {
    figure: 'Section 3.3.1',
    row: 'biomanufacturing',
    column: '% of KSAs of this area only',
    phrase: 'KSAs in biomanufacturing, 34 KSAs ({}%)',
    recompute: (data) => percentOnlyIn(data, 'biomanufacturing'),
  },
  {
    figure: 'Section 3.3.2',
    row: 'digital-automation',
    column: '# KSAs',
    phrase: 'technology area identified {} essential KSAs',
  },
  {
    figure: 'Section 3.3.2',
    row: 'digital-automation',
    column: 'KSAs of this area only',
    phrase: 'Within digital/automation, {} (',
  },
  {
    figure: 'Section 3.3.2',
    row: 'digital-automation',
    column: '% of KSAs of this area only',
    phrase: 'Within digital/automation, 57 ({}%)',
    recompute: (data) => percentOnlyIn(data, 'digital-automation'),
  },
  {
    figure: 'Section 3.3.2',
    row: 'digital-automation',
    column: 'KSAs of this area only, in tier 5',
    phrase: '{} of these 57 unique KSAs',
    recompute: digitalOnlyInTier5,
  },
  {
    figure: 'Section 3.3.2',
    row: 'digital-automation',
    column: '% of KSAs of this area only, in tier 5',
    phrase: 'of these 57 unique KSAs ({}%)',
    recompute: (data) => percent(digitalOnlyInTier5(data), data.ksasOnlyIn('digital-automation').length),
  },
  {
    figure: 'Section 3.3.3',
    row: 'electronics',
    column: '# KSAs',
    phrase: 'A total of {} KSAs were deemed essential',
  },
  {
    figure: 'Section 3.3.3',
    row: 'electronics',
    column: 'KSAs of this area only',
    phrase: 'Of these 78 KSAs, {} (',
  },
  {
    figure: 'Section 3.3.3',
    row: 'electronics',
    column: '% of KSAs of this area only',
    phrase: 'Of these 78 KSAs, 39 ({}%)',
    recompute: (data) => percentOnlyIn(data, 'electronics'),
  },
  {
    figure: 'Section 3.3.4',
    row: 'materials',
    column: '# KSAs',
    phrase: 'manufacturing careers, {} KSAs were identified',
  },
  {
    figure: 'Section 3.3.4',
    row: 'materials',
    column: 'KSAs of this area only',
    phrase: 'identified as essential, with {} (',
  },
  {
    figure: 'Section 3.3.4',
    row: 'materials',
    column: '% of KSAs of this area only',
    phrase: 'identified as essential, with 19 ({}%)',
    recompute: (data) => percentOnlyIn(data, 'materials'),
  },
  {
    figure: 'Section 3.3.5',
    row: 'energy-process',
    column: '# KSAs',
    phrase: 'energy/process technology area identified {} KSAs',
  },
  {
    figure: 'Section 3.3.5',
    row: 'energy-process',
    column: 'KSAs of this area only',
    phrase: 'technology area, with only {} KSAs (',
  },
  {
    figure: 'Section 3.3.5',
    row: 'energy-process',
    column: '% of KSAs of this area only',
    phrase: 'technology area, with only 16 KSAs ({}%)',
    recompute: (data) => percentOnlyIn(data, 'energy-process'),
  },
];
