import { areaNamed } from './area-names.ts';
import type { Irregularity, RoleFamily, TechnologyArea } from './framework.ts';
import { compareText } from './framework.ts';

export interface Table1 {
  readonly ksas: readonly { readonly technologyArea: TechnologyArea; readonly printed: string }[];
  readonly roleFamilies: readonly {
    readonly title: string;
    readonly technologyArea: TechnologyArea;
    readonly roleFamily: RoleFamily;
  }[];
  readonly irregularities: readonly Irregularity[];
}

/** Table 1 runs several titles of Table 17 into one. Only titles that its words name are read out of it. */
const TITLES_RUN_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'Biological/Biofabrication Technicians': ['Biological Technicians', 'Biofabrication Technicians'],
  'Quality Assurance/Control Technicians/Associates': [
    'Quality Assurance/Control Technicians',
    'Quality Assurance Associates',
    'Quality Control Associates',
  ],
  'Advanced Manufacturing Technicians/Industrial Engineering Technologists and Technicians': [
    'Advanced Manufacturing Technicians',
    'Industrial Engineering Technologists & Technicians',
  ],
  'Industrial Engineering Technologists and Technicians / Additive Manufacturing Technicians': [
    'Industrial Engineering Technologists and Technicians',
    'Additive Manufacturing Technicians',
  ],
  'Robotics Technicians/Controls/Automation Technicians/Specialists/Electro-Mechanical and Mechatronics Technologists and Technicians':
    [
      'Robotics Technicians',
      'Controls/Automation Technicians/Specialists',
      'Electro-Mechanical and Mechatronics Technicians',
    ],
  'Process/Manufacturing Engineers/Industrial Engineers': [
    'Process/Manufacturing Engineers',
    'Industrial Engineers',
  ],
  'Quality Technicians / Quality Control Technicians': ['Quality Technicians', 'Quality Control Technicians'],
  'CNC Machinists/Operators': ['CNC Machinists', 'CNC Operators'],
  'Electronics Assemblers and Fabrication Specialists': ['Electronics Assemblers & Fabrication Specialists'],
  'Electronics Technicians and Fabrication Technicians': [
    'Electronics Technicians & Fabrication Technicians',
  ],
};

const FAMILIES: readonly (readonly [heading: string, family: RoleFamily])[] = [
  ['Technician/Operator', 'technician/operator'],
  ['Engineer/Scientist', 'engineer/scientist'],
];

/** Table 1: KSAs per area, and its highly selected occupations under two role families. */
export function readTable1(rows: readonly (readonly string[])[]): Table1 {
  const ksas: { technologyArea: TechnologyArea; printed: string }[] = [];
  const roleFamilies: { title: string; technologyArea: TechnologyArea; roleFamily: RoleFamily }[] = [];
  const irregularities: Irregularity[] = [];
  for (const [name = '', printed = '', types = ''] of rows) {
    if (name === 'Technology Area') continue;
    const technologyArea = areaNamed(name.replace(/ \(.*\)$/, ''));
    ksas.push({ technologyArea, printed });
    for (const { roleFamily, label } of labelsByFamily(types)) {
      const titles = TITLES_RUN_TOGETHER[label] ?? [label];
      roleFamilies.push(...titles.map((title) => ({ title, technologyArea, roleFamily })));
      if (titles[0] !== label) irregularities.push(runTogether(technologyArea, label, titles));
    }
  }
  return { ksas, roleFamilies, irregularities };
}

function labelsByFamily(types: string): { roleFamily: RoleFamily; label: string }[] {
  const starts = FAMILIES.map(([heading, roleFamily]) => {
    const at = types.indexOf(`${heading} •`);
    if (at < 0) throw new Error(`Table 1: no ${heading} in "${types}"`);
    return { roleFamily, at, from: at + heading.length };
  }).sort((a, b) => a.at - b.at);
  return starts.flatMap(({ roleFamily, from }, place) =>
    types
      .slice(from, starts[place + 1]?.at)
      .split('•')
      .map((label) => label.trim())
      .filter((label) => label !== '')
      .map((label) => ({ roleFamily, label })),
  );
}

function runTogether(area: TechnologyArea, label: string, titles: readonly string[]): Irregularity {
  return {
    place: `Table 1, ${area}, occupations`,
    printed: label,
    reading: [...titles].sort(compareText).join('; '),
    reason:
      'Table 1 joins or spells titles in another way than Table 17; the reading is every title of Table 17 that its words name.',
  };
}
