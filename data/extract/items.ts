import type { Irregularity, Item } from './framework.ts';
import { compareText } from './framework.ts';
import { headingCase } from './heading-case.ts';
import type { Definition } from './table-18.ts';

interface Coded {
  readonly code: string;
  readonly title: string;
}

/** Fig. 7 counts the KSAs of 5.1 in a row 5.1.00, their codes begin with it, and Table 19 prints no such heading. */
const UNPRINTED_HEADING = { code: '5.1.00', printedOf: '5.1' };

const PRODUCTION_MATERIALS = { code: '4.2.03', printed: ' – ', reading: ' - ' };

export interface ItemSources {
  readonly tiers: readonly Coded[];
  readonly headings: readonly { readonly code: string; readonly printed: string }[];
  readonly ksas: readonly Coded[];
  readonly definitions: readonly Definition[];
}

/** Every item that Table 19 codes, with the definition that Table 18 prints under the same code. */
export function makeItems(sources: ItemSources): { items: Item[]; irregularities: Irregularity[] } {
  const irregularities: Irregularity[] = [];
  const headings = sources.headings.map(({ code, printed }) => ({
    code,
    title: headingTitle(code, printed, irregularities),
  }));
  irregularities.push(...headingsInCapitals(sources.headings));
  const coded = [...sources.tiers, ...headings, unprintedHeading(headings, irregularities), ...sources.ksas];
  const codes = new Set(coded.map(({ code }) => code));
  if (codes.size !== coded.length) throw new Error('Table 19 prints a code twice');

  const definitions = new Map(sources.definitions.map((definition) => [definition.code, definition]));
  const items = coded
    .map(({ code, title }) => makeItem(code, title, definitions.get(code)))
    .sort((a, b) => compareText(a.code, b.code));
  for (const { code, parentCode } of items) {
    if (parentCode !== '' && !codes.has(parentCode))
      throw new Error(`Table 19: ${code} stands under no ${parentCode}`);
  }
  irregularities.push(...sources.definitions.filter(({ code }) => !codes.has(code)).map(definedOnly));
  irregularities.push(...items.flatMap((item) => otherName(item, definitions.get(item.code))));
  irregularities.push(...notDefined(items));
  return { items, irregularities };
}

function makeItem(code: string, title: string, found: Definition | undefined): Item {
  const parts = code.split('.');
  const kind = (['tier', 'competency', 'sub-competency', 'ksa'] as const)[parts.length - 1];
  if (kind === undefined) throw new Error(`"${code}" is no code`);
  return {
    code,
    kind,
    parentCode: parts.slice(0, -1).join('.'),
    title,
    definition: found?.definition ?? '',
    definitionSource: found?.source ?? '',
    provisional: found?.provisional ?? false,
  };
}

function headingTitle(code: string, printed: string, irregularities: Irregularity[]): string {
  if (code !== PRODUCTION_MATERIALS.code) return headingCase(printed);
  const reading = headingCase(printed.replace(PRODUCTION_MATERIALS.printed, PRODUCTION_MATERIALS.reading));
  irregularities.push({
    place: `Table 19, ${code}, title`,
    printed,
    reading,
    reason: 'An en dash; Table 18 prints the same heading with a hyphen.',
  });
  return reading;
}

/** One row for all of them. */
function headingsInCapitals(headings: ItemSources['headings']): Irregularity[] {
  const [first, ...others] = headings.filter(({ printed }) => printed === printed.toUpperCase());
  if (first === undefined) return [];
  return [
    {
      place: 'Table 19, headings',
      printed: `${first.code} ${first.printed}`,
      reading: `${first.code} ${headingCase(first.printed)}`,
      reason: `${1 + others.length} of ${headings.length} headings are printed in capitals; titles are written as Table 18 writes them, abbreviations (IT, OT) as printed.`,
    },
  ];
}

function unprintedHeading(headings: readonly Coded[], irregularities: Irregularity[]): Coded {
  const competency = headings.find(({ code }) => code === UNPRINTED_HEADING.printedOf);
  if (competency === undefined || headings.some(({ code }) => code === UNPRINTED_HEADING.code)) {
    throw new Error(`Table 19: the reading of ${UNPRINTED_HEADING.code} is out of date`);
  }
  irregularities.push({
    place: `Table 19, ${UNPRINTED_HEADING.code}`,
    printed: '',
    reading: `sub-competency ${UNPRINTED_HEADING.code} with the title of its competency, ${competency.title}`,
    reason:
      'No heading is printed between 5.1 and the KSAs 5.1.00.01 and 5.1.00.02, but Fig. 7 has the row 5.1.00. ' +
      'Counted, there are 68 sub-competencies as the abstract says, and 48 in tier 4.',
  });
  return { code: UNPRINTED_HEADING.code, title: competency.title };
}

function definedOnly({ code, name, definition, source }: Definition): Irregularity {
  return {
    place: `Table 18, ${code}`,
    printed: `${name}: ${definition} (${source})`,
    reading: 'no item',
    reason:
      'Table 19 and Fig. 7 have no such code and no KSA under it; with it there would be 69 sub-competencies, not the 68 of the abstract.',
  };
}

function otherName(item: Item, found: Definition | undefined): Irregularity[] {
  if (found === undefined || found.name === item.title) return [];
  return [
    {
      place: `Table 18, ${item.code}, name`,
      printed: found.name,
      reading: item.title,
      reason:
        'Titles are read from Table 19, which has one for every code; Table 18 words this one differently.',
    },
  ];
}

/** Table 18 defines all of tier 4 but one, and of tier 5 the competencies alone. */
function notDefined(items: readonly Item[]): Irregularity[] {
  const undefinedHeadings = items.filter(
    ({ kind, definition }) => (kind === 'competency' || kind === 'sub-competency') && definition === '',
  );
  const codes = (tier: string) =>
    undefinedHeadings.map(({ code }) => code).filter((code) => code.startsWith(tier));
  return [
    ...codes('4').map((code) => ({
      place: `Table 18, ${code}`,
      printed: '',
      reading: 'no definition',
      reason: 'Table 19 prints this sub-competency; Table 18 leaves it out.',
    })),
    {
      place: 'Table 18, tier 5',
      printed: '',
      reading: `no definition for ${codes('5').join(', ')}`,
      reason:
        'Table 18 defines the competencies of tier 5 and none of their sub-competencies, though its caption announces them.',
    },
  ];
}
