import { randomUUID } from 'node:crypto';

/** 2 tiers of 10 competencies of 20 sub-competencies of 24 KSAs: 10,022 items, as a file that can be imported. */
export function aLargeRelease(label: string): object {
  const items: object[] = [];
  const add = (kind: string, code: string, parent: string | null): string => {
    const lineage = randomUUID();
    const name = ['Robot', 'Sensor', 'Gripper', 'Laser', 'Polymer', 'Metal'][items.length % 6] ?? '';
    items.push({ lineage, code, kind, parent, title: `${name} ${kind} ${code}`, ...WORDS });
    return lineage;
  };
  const under = (
    kinds: readonly (readonly [kind: string, count: number])[],
    code: string,
    parent: string | null,
  ) => {
    const [next, ...below] = kinds;
    if (next === undefined) return;
    const [kind, count] = next;
    for (let no = 1; no <= count; no += 1) {
      const own = code === '' ? String(no) : `${code}.${no}`;
      under(below, own, add(kind, own, parent));
    }
  };
  under(
    [
      ['tier', 2],
      ['competency', 10],
      ['sub-competency', 20],
      ['ksa', 24],
    ],
    '',
    null,
  );
  return {
    schema: 'manufacturing-skills/release/1',
    framework: {
      ...{ uri: 'https://frameworks.example/large', name: 'A large framework' },
      ...{ publisher: 'Nobody', licence: 'None' },
    },
    release: { uri: null, label, state: 'draft', publishedOn: null, basedOn: null, attribution: 'Nobody' },
    ...{ areas: [], items, occupations: [], selections: [], successions: [] },
  };
}

const WORDS = {
  definition: 'What somebody does with it, on the floor and at the desk, day by day.',
  definitionSource: 'Nobody',
  provisional: false,
};
