import type { NewProgramme } from '#training';

/**
 * Hours are those of the named programme or regulation, at its source. Which KSAs a programme
 * raises, and to what level, is the demonstration's own judgement, and each description says so.
 */
const JUDGED = 'Which KSAs it raises, and to what level, is this demonstration’s judgement.';

/** Named where the source names a kind of programme and no provider. */
const ANY_PROVIDER = 'Any provider of this kind';
const IN_HOUSE = 'Example Drives (demonstration), in house';
const INVENTED = 'Invented for this demonstration: no such course exists.';

const UNPRICED = { costCents: null, currency: null } as const;

/** `after`: the titles of programmes that come first. */
export type CatalogueEntry = Omit<NewProgramme, 'requiresProgrammes'> & {
  readonly after?: readonly string[];
};

const raising = (levels: Readonly<Record<string, number>>) =>
  Object.entries(levels).map(([ksaCode, level]) => ({ ksaCode, level }));

const ROBOTICS_COURSE = 'College course: industrial robotics (three credits)';

export const PROGRAMMES: readonly CatalogueEntry[] = [
  {
    title: 'OSHA Outreach: 10-hour General Industry',
    kind: 'course',
    provider: 'OSHA-authorised outreach trainers',
    hours: 10,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: 'https://www.osha.gov/training/outreach/general-industry',
    description: `Recognising and avoiding common hazards, for entry-level workers. ${JUDGED}`,
    outcomes: raising({ '4.6.08.06': 2, '4.6.08.02': 1 }),
  },
  {
    title: 'OSHA Outreach: 30-hour General Industry',
    kind: 'course',
    provider: 'OSHA-authorised outreach trainers',
    hours: 30,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: 'https://www.osha.gov/training/outreach/general-industry',
    description: `The longer outreach class, for workers with some responsibility for safety. ${JUDGED}`,
    outcomes: raising({ '4.6.08.06': 3, '4.6.08.02': 2 }),
  },
  {
    title: 'HAZWOPER: 40 hours of instruction, 29 CFR 1910.120(e)(3)(i)',
    kind: 'course',
    provider: ANY_PROVIDER,
    hours: 40,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: 'https://www.osha.gov/laws-regs/regulations/standardnumber/1910/1910.120',
    description: `Off-site instruction of general site workers; three days of supervised field experience come on top. ${JUDGED}`,
    outcomes: raising({ '4.6.08.06': 3, '4.6.08.02': 3 }),
  },
  {
    title: 'Registered apprenticeship: one year of related instruction, 29 CFR 29.5(b)(4)',
    kind: 'apprenticeship',
    provider: ANY_PROVIDER,
    hours: 144,
    ...UNPRICED,
    mode: 'hybrid',
    sourceUrl: 'https://www.ecfr.gov/current/title-29/subtitle-A/part-29/section-29.5',
    description: `The regulation recommends at least 144 hours for each year of apprenticeship, beside the work itself. ${JUDGED}`,
    outcomes: raising({
      '4.2.06.06': 3,
      '4.2.06.07': 3,
      '4.2.07.17': 3,
      '4.2.11.11': 3,
      '4.3.01.03': 3,
      '4.3.08.01': 3,
      '4.3.06.01': 3,
      '4.3.07.01': 3,
      '4.2.04.06': 3,
      '4.1.02.09': 3,
    }),
  },
  {
    title: ROBOTICS_COURSE,
    kind: 'course',
    provider: ANY_PROVIDER,
    hours: 45,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: 'https://www.ecfr.gov/current/title-34/subtitle-B/chapter-VI/part-600/subpart-A/section-600.2',
    description: `Three semester credit hours: for each, one hour of class a week over some fifteen weeks (45), and twice that of study at home. ${JUDGED}`,
    outcomes: raising({ '4.2.06.09': 2, '4.3.27.01': 2, '4.2.06.07': 2, '4.2.06.10': 2, '5.3.01.02': 1 }),
  },
  {
    title: 'College course: fluid power (three credits)',
    kind: 'course',
    provider: ANY_PROVIDER,
    hours: 45,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: 'https://www.ecfr.gov/current/title-34/subtitle-B/chapter-VI/part-600/subpart-A/section-600.2',
    description: `Three semester credit hours: for each, one hour of class a week over some fifteen weeks (45), and twice that of study at home. ${JUDGED}`,
    outcomes: raising({ '4.3.06.01': 3, '4.3.07.01': 3, '4.2.02.02': 2 }),
  },
  {
    title: 'Robot programming on cell 4',
    kind: 'on-the-job',
    provider: IN_HOUSE,
    hours: 24,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: null,
    description: `Three shifts beside the senior technician, changing real programs. ${INVENTED}`,
    outcomes: raising({ '4.2.06.09': 3, '4.3.27.01': 3, '4.2.06.06': 3 }),
    requiresLevels: raising({ '4.2.06.09': 2 }),
  },
  {
    title: 'Fault finding on cell 4',
    kind: 'on-the-job',
    provider: IN_HOUSE,
    hours: 16,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: null,
    description: `Planted faults, found and mended under guidance. ${INVENTED}`,
    outcomes: raising({ '4.3.01.03': 3, '4.2.11.11': 3, '4.2.06.07': 3 }),
  },
  {
    title: 'Electronics and controls, evening class',
    kind: 'course',
    provider: IN_HOUSE,
    hours: 12,
    ...UNPRICED,
    mode: 'hybrid',
    sourceUrl: null,
    description: `Sensors, drives and the controller’s inputs and outputs. ${INVENTED}`,
    outcomes: raising({ '4.2.07.17': 2, '4.3.05.01': 2, '4.2.11.06': 2 }),
  },
  {
    title: 'Scripts for robot data',
    kind: 'course',
    provider: IN_HOUSE,
    hours: 8,
    ...UNPRICED,
    mode: 'online',
    sourceUrl: null,
    description: `Reading the robots’ logs with a few lines of Python. ${INVENTED}`,
    outcomes: raising({ '5.3.01.02': 2 }),
    after: [ROBOTICS_COURSE],
  },
  {
    title: 'Precision measuring, with a test',
    kind: 'credential',
    provider: IN_HOUSE,
    hours: 8,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: null,
    description: `Callipers, micrometers and gauges; ends with a measured test piece. ${INVENTED}`,
    outcomes: raising({ '4.2.04.06': 3 }),
  },
  {
    title: 'Composite lay-up and vacuum bagging',
    kind: 'on-the-job',
    provider: IN_HOUSE,
    hours: 16,
    ...UNPRICED,
    mode: 'on-site',
    sourceUrl: null,
    description: `Two shifts in the composite shop of line 2. ${INVENTED}`,
    outcomes: raising({ '4.2.07.11': 2, '4.2.07.13': 2 }),
  },
];
