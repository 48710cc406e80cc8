import type { Evidence, Role } from '#domain';

/** Everything in this file is invented: the manufacturer, its people, its roles and what anybody can do. */
export const ORGANISATION = 'Example Drives (demonstration)';
export const PLATFORM = 'Platform (demonstration)';

/** Someone who can be signed in as from the entrance page. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly what: string;
  readonly role: Role;
}

export const PLATFORM_PERSONAS: readonly Persona[] = [
  {
    key: 'platform-administrator',
    name: 'Alex Moreau',
    email: 'alex.moreau@platform.example',
    title: 'Platform administrator',
    what: 'Sets up organisations and sees that the installation runs.',
    role: 'platform-administrator',
  },
  {
    key: 'taxonomy-curator',
    name: 'Noor Haddad',
    email: 'noor.haddad@platform.example',
    title: 'Taxonomy curator',
    what: 'Keeps the competency framework: its items, occupations and releases.',
    role: 'taxonomy-curator',
  },
  {
    key: 'second-curator',
    name: 'Imre Lakatos-Vega',
    email: 'imre.lakatos-vega@platform.example',
    title: 'Second curator',
    what: 'Reads what the other curator writes: a release needs the approval of two.',
    role: 'taxonomy-curator',
  },
];

export const EMPLOYER_PERSONAS: readonly [administrator: Persona, assessor: Persona] = [
  {
    key: 'employer-administrator',
    name: 'Dana Whitfield',
    email: 'dana.whitfield@example-drives.example',
    title: 'Employer administrator',
    what: 'Builds role profiles, assigns them, and sees where the gaps are.',
    role: 'employer-administrator',
  },
  {
    key: 'assessor',
    name: 'Ruben Okafor',
    email: 'ruben.okafor@example-drives.example',
    title: 'Assessor',
    what: 'Reviews what workers say of themselves and confirms it on the floor.',
    role: 'assessor',
  },
];

export interface Change {
  readonly requiredLevel?: number;
  readonly weight?: number;
  readonly critical?: boolean;
  readonly evidence?: Evidence;
}

export interface RoleSketch {
  readonly name: string;
  readonly description: string;
  readonly occupation: { readonly title: string; readonly technologyArea: string };
  readonly defaultLevel: number;
  /** What differs from the default level, weight 1, not critical. */
  readonly requirements: Readonly<Record<string, Change>>;
}

export const ROBOT_TECHNICIAN: RoleSketch = {
  name: 'Cell 4 robot technician',
  description:
    'Keeps the four welding robots of cell 4 running: sets up, changes programs, clears faults, hands over safely.',
  occupation: { title: 'Robotics Technicians', technologyArea: 'digital-automation' },
  defaultLevel: 2,
  requirements: {
    '4.2.06.06': { requiredLevel: 3, weight: 10, critical: true },
    '4.2.06.09': { requiredLevel: 3, weight: 8, critical: true },
    '4.6.08.06': { requiredLevel: 3, weight: 10, critical: true },
    '4.2.06.07': { requiredLevel: 3, weight: 6 },
    '4.3.01.03': { requiredLevel: 3, weight: 6 },
    '4.2.11.11': { requiredLevel: 3, weight: 6, evidence: 'observed' },
    '4.2.07.17': { weight: 4 },
    '4.6.08.02': { weight: 4 },
    '4.3.27.01': { weight: 4 },
    '4.3.05.01': { weight: 3 },
    '4.3.08.01': { weight: 3 },
    '4.2.07.16': { requiredLevel: 3, weight: 3 },
    '4.2.11.06': { weight: 2 },
    '5.3.01.02': { requiredLevel: 1, weight: 2 },
    '4.1.03.04': { requiredLevel: 1, weight: 2 },
    '4.2.02.01': { requiredLevel: 1 },
  },
};

export const MECHATRONICS_TECHNICIAN: RoleSketch = {
  name: 'Line 2 mechatronics technician',
  description:
    'Assembles, measures and repairs the composite housings and their hydraulic and pneumatic drives on line 2.',
  occupation: { title: 'Mechatronics Technicians', technologyArea: 'materials' },
  defaultLevel: 2,
  requirements: {
    '4.2.04.06': { requiredLevel: 3, weight: 10, critical: true, evidence: 'certified' },
    '4.3.06.01': { requiredLevel: 3, weight: 8, critical: true },
    '4.3.07.01': { requiredLevel: 3, weight: 8 },
    '4.1.02.09': { requiredLevel: 3, weight: 6 },
    '4.1.02.08': { weight: 4 },
    '4.2.09.04': { weight: 5, evidence: 'observed' },
    '4.2.09.02': { requiredLevel: 3, weight: 4 },
    '4.2.06.06': { weight: 3 },
    '4.2.07.11': { weight: 3 },
    '4.2.07.13': { weight: 3 },
    '4.1.09.03': { requiredLevel: 1 },
  },
};

export interface TeamSketch {
  readonly name: string;
  readonly site: string;
  /** How many of the team must meet a KSA. */
  readonly minimums: Readonly<Record<string, number>>;
}

export const CELLS: TeamSketch = {
  name: 'Robot cells',
  site: 'North works',
  minimums: { '4.2.06.06': 2, '4.2.06.09': 2, '4.6.08.06': 3 },
};

export const LINE_2: TeamSketch = {
  name: 'Line 2',
  site: 'North works',
  minimums: { '4.2.04.06': 2, '4.3.06.01': 2 },
};

export const MAINTENANCE: TeamSketch = { name: 'Maintenance', site: 'South works', minimums: {} };

/** A level of one KSA by somebody else than the worker. `validDays` makes it expire. */
export interface OtherRating {
  readonly ksaCode: string;
  readonly source: 'manager' | 'test' | 'credential' | 'training';
  readonly level: number;
  readonly daysAgo: number;
  readonly validDays?: number;
}

export interface Round {
  readonly role: RoleSketch;
  /** Null: assigned, and the assessment waits for the worker. */
  readonly answers: {
    readonly usual: number;
    readonly except: Readonly<Record<string, number | null>>;
  } | null;
  /** What the assessor saw: of each critical KSA and of what else differed; absent where the review is still to be done. */
  readonly confirmed?: Readonly<Record<string, number>>;
}

export interface WorkerSketch {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  /** Absent: in none yet. */
  readonly team?: TeamSketch;
  readonly persona?: Omit<Persona, 'name' | 'email' | 'role'>;
  readonly rounds: readonly Round[];
  readonly ratings?: readonly OtherRating[];
}

export const WORKERS: readonly WorkerSketch[] = [
  {
    name: 'Mia Lindqvist',
    email: 'mia.lindqvist@example-drives.example',
    jobTitle: 'Robot operator, cell 4',
    team: CELLS,
    persona: {
      key: 'worker-to-assess',
      title: 'Worker with an assessment to answer',
      what: 'Has been asked how well she knows what the robot technician’s role needs.',
    },
    rounds: [{ role: ROBOT_TECHNICIAN, answers: null }],
  },
  {
    name: 'Jamal Carter',
    email: 'jamal.carter@example-drives.example',
    jobTitle: 'Robot technician, cell 4',
    team: CELLS,
    persona: {
      key: 'worker-scored',
      title: 'Worker with a result',
      what: 'Was assessed and reviewed: sees what the role asks, what he has, and what would close the gap.',
    },
    rounds: [
      {
        role: ROBOT_TECHNICIAN,
        answers: {
          usual: 2,
          except: {
            '4.2.06.06': 3,
            '4.2.06.09': 3,
            '4.6.08.06': 3,
            '4.2.07.16': 3,
            '4.3.01.03': 2,
            '5.3.01.02': 0,
            '4.2.11.06': null,
            '4.3.27.01': null,
          },
        },
        confirmed: {
          '4.2.06.06': 3,
          '4.2.06.09': 2,
          '4.6.08.06': 3,
          '4.2.11.11': 2,
          '4.3.01.03': 2,
          '4.2.07.17': 1,
        },
      },
    ],
    ratings: [
      { ksaCode: '4.2.06.07', source: 'manager', level: 3, daysAgo: 40 },
      { ksaCode: '4.6.08.02', source: 'credential', level: 2, daysAgo: 300, validDays: 1095 },
      { ksaCode: '4.2.05.01', source: 'test', level: 3, daysAgo: 20 },
    ],
  },
  {
    name: 'Tomás Herrera',
    email: 'tomas.herrera@example-drives.example',
    jobTitle: 'Senior robot technician',
    team: CELLS,
    rounds: [
      {
        role: ROBOT_TECHNICIAN,
        answers: { usual: 3, except: { '4.2.06.06': 4, '4.2.06.09': 4, '5.3.01.02': 2 } },
        confirmed: { '4.2.06.06': 4, '4.2.06.09': 4, '4.6.08.06': 3, '4.2.11.11': 3 },
      },
    ],
    ratings: [{ ksaCode: '4.2.06.09', source: 'credential', level: 4, daysAgo: 200, validDays: 730 }],
  },
  {
    name: 'Kofi Mensah',
    email: 'kofi.mensah@example-drives.example',
    jobTitle: 'Robot operator, cell 3',
    team: CELLS,
    rounds: [
      {
        role: ROBOT_TECHNICIAN,
        answers: { usual: 1, except: { '4.2.06.06': 2, '4.6.08.06': 3, '4.2.06.09': 1, '4.3.27.01': null } },
      },
    ],
    ratings: [{ ksaCode: '4.6.08.02', source: 'training', level: 2, daysAgo: 15 }],
  },
  {
    name: 'Priya Raman',
    email: 'priya.raman@example-drives.example',
    jobTitle: 'Mechatronics technician, line 2',
    team: LINE_2,
    rounds: [
      {
        role: MECHATRONICS_TECHNICIAN,
        answers: { usual: 2, except: { '4.2.04.06': 3, '4.3.06.01': 3, '4.1.02.09': 3, '4.2.07.13': null } },
      },
    ],
    ratings: [{ ksaCode: '4.2.04.06', source: 'test', level: 3, daysAgo: 60 }],
  },
  {
    name: 'Ingrid Sommer',
    email: 'ingrid.sommer@example-drives.example',
    jobTitle: 'Mechatronics technician, line 2',
    team: LINE_2,
    rounds: [
      {
        role: MECHATRONICS_TECHNICIAN,
        answers: { usual: 3, except: { '4.2.07.11': 1, '4.2.07.13': 1, '4.1.09.03': 1 } },
        confirmed: { '4.2.04.06': 3, '4.3.06.01': 3, '4.2.09.04': 2 },
      },
    ],
    // Her measuring certificate ran out: the assessor's word stands, the evidence that the role asks for does not.
    ratings: [{ ksaCode: '4.2.04.06', source: 'credential', level: 3, daysAgo: 760, validDays: 730 }],
  },
  {
    name: 'Lena Novak',
    email: 'lena.novak@example-drives.example',
    jobTitle: 'Maintenance fitter',
    team: MAINTENANCE,
    rounds: [
      {
        role: MECHATRONICS_TECHNICIAN,
        answers: { usual: 2, except: { '4.3.06.01': 3, '4.3.07.01': 3, '4.2.07.11': 0, '4.2.07.13': 0 } },
      },
      { role: ROBOT_TECHNICIAN, answers: null },
    ],
    ratings: [{ ksaCode: '4.3.06.01', source: 'manager', level: 3, daysAgo: 30 }],
  },
  {
    name: 'Sam Whitaker',
    email: 'sam.whitaker@example-drives.example',
    jobTitle: 'New on the line',
    rounds: [],
  },
];
