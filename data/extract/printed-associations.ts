import { associatedColumn } from '#domain';
import type { PrintedFigure } from './framework.ts';
import type { OccupationsOfKsa } from './occupations.ts';
import { bulletsAfter } from './source-text.ts';

/** Section 3.2.2 lists, for three KSAs, "the most strongly associated other skills", in an order. */
const ASSOCIATION_LISTS: readonly { code: string; announced: RegExp }[] = [
  {
    code: '4.1.07.01',
    announced: /advanced fault finding on actual equipment.* most strongly associated other skills include:$/,
  },
  {
    code: '4.1.07.02',
    announced: /most strongly associated other skills for an advanced manufacturing occupation include:$/,
  },
  {
    code: '4.1.02.04',
    announced: /most strongly associated other skills for the occupations studied include:$/,
  },
];

/** By title: most entries do not say under which sub-competency, and some titles stand under several. */
export function readAssociations(
  lines: readonly string[],
  ksas: readonly OccupationsOfKsa[],
): PrintedFigure[] {
  const titles = new Set(ksas.map(({ title }) => title));
  return ASSOCIATION_LISTS.flatMap(({ code, announced }) =>
    bulletsAfter(lines, announced).map((bullet, place) => {
      const title = bullet.replace(/ as part of .*$/, '');
      if (!titles.has(title)) throw new Error(`Section 3.2.2, ${code}: Table 19 has no KSA "${title}"`);
      return {
        figure: 'Section 3.2.2',
        row: code,
        column: `${associatedColumn}${place + 1}`,
        printed: title,
      };
    }),
  );
}
