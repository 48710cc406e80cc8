import type { ItemContent, OccupationContent, ReleaseContent } from './release-content.ts';

/** A small release without a fault: two tiers, four competencies, eight sub-competencies, 24 KSAs, three occupations. */
export function aRelease(): ReleaseContent {
  const items: ItemContent[] = [];
  const add = (kind: ItemContent['kind'], code: string, parent: string | null): string => {
    items.push({ lineage: code, code, kind, parent, title: `Item ${code}`, ...UNDEFINED });
    return code;
  };
  for (const tier of ['4', '5']) {
    add('tier', tier, null);
    for (const competency of ['1', '2']) {
      const at = add('competency', `${tier}.${competency}`, tier);
      for (const sub of ['01', '02']) {
        const under = add('sub-competency', `${at}.${sub}`, at);
        for (const ksa of ['01', '02', '03']) add('ksa', `${under}.${ksa}`, under);
      }
    }
  }
  const occupations = ['Builders', 'Fitters', 'Menders'].map((title): OccupationContent => {
    return {
      lineage: title,
      title,
      technologyArea: 'materials',
      definition: null,
      selectedBy: 1,
      roleFamily: null,
    };
  });
  return {
    areas: [{ code: 'materials', name: 'Materials' }],
    items,
    occupations,
    selections: [
      { occupation: 'Builders', ksa: '4.1.01.01', count: 1 },
      { occupation: 'Fitters', ksa: '4.1.01.01', count: 2 },
      { occupation: 'Fitters', ksa: '5.2.02.03', count: 1 },
    ],
    successions: [],
  };
}

const UNDEFINED = { definition: null, definitionSource: null, provisional: false } as const;
