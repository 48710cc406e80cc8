import type { AnalysisName } from '../providers/records.ts';

export const views = [
  'areas',
  'competencies',
  'selections',
  'ksas',
  'overlaps',
  'one-ksa',
  'compare',
  'nearest',
  'report',
] as const;

export type View = (typeof views)[number];

export const isView = (name: string): name is View => (views as readonly string[]).includes(name);

/** How one question is shown. */
export interface Shown {
  readonly name: AnalysisName;
  readonly picture: 'bars' | 'heat';
  /** Where the bar is of parts: the columns that add up to the first. */
  readonly parts?: readonly [string, string];
  readonly asks?: 'area';
  /** The columns by whose numbers its rows are in order. */
  readonly ranks?: readonly string[];
  /** Whether its rows are many, so that those under one item may be wanted. */
  readonly narrows?: true;
  /** Columns that are told beside the picture and give its colours no measure. */
  readonly beside?: readonly string[];
}

export const figuresOf: Partial<Record<View, readonly Shown[]>> = {
  areas: [
    { name: 'ksas-by-area', picture: 'bars', parts: ['only-here', 'shared'] },
    { name: 'shared-ksas-of-areas', picture: 'heat' },
    { name: 'unique-ksas', picture: 'bars', asks: 'area', ranks: ['count'] },
  ],
  competencies: [
    { name: 'ksas-by-competency', picture: 'bars', parts: ['several-areas', 'one-area'] },
    { name: 'ksas-by-sub-competency', picture: 'bars', parts: ['several-areas', 'one-area'], narrows: true },
    { name: 'named-sub-competencies', picture: 'bars', narrows: true, ranks: ['count'] },
  ],
  selections: [
    { name: 'selections-by-competency', picture: 'heat', beside: ['all'] },
    { name: 'top-sub-competencies', picture: 'bars', asks: 'area', ranks: ['count'] },
    { name: 'selections-by-sub-competency', picture: 'heat', beside: ['all'], narrows: true },
  ],
  ksas: [
    { name: 'ksas-by-occupations', picture: 'bars' },
    { name: 'most-cited-ksas', picture: 'bars', narrows: true, ranks: ['count', 'areas'] },
    {
      name: 'area-spanning-ksas',
      picture: 'heat',
      beside: ['count', 'areas'],
      narrows: true,
      ranks: ['areas', 'count'],
    },
  ],
  overlaps: [
    { name: 'shared-occupations-of-competencies', picture: 'heat' },
    { name: 'shared-occupations-of-sub-competencies', picture: 'heat', narrows: true },
  ],
};

export const ofOneKsa: readonly Shown[] = [
  { name: 'associated-ksas', picture: 'bars', ranks: ['strength'] },
  { name: 'careers', picture: 'bars', ranks: ['count'] },
];
