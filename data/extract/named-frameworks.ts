import type { Irregularity, Item, NamedAssociation, NamedFramework } from './framework.ts';
import { compareText, NAMED_FRAMEWORKS } from './framework.ts';
import { paddedCode } from './source-text.ts';
import type { Definition } from './table-18.ts';

/** A framework as a whole is an item too: the report says of some competencies no more than which model they are from. */
const WHOLE: Readonly<Record<NamedFramework, { code: string; title: string; short: string }>> = {
  'dol-amcm': { code: 'AMCM', title: 'DOL Advanced Manufacturing Competency Model', short: 'DOL AMCM' },
  'dol-bcm': { code: 'BCM', title: 'DOL Bioscience Competency Model', short: 'DOL BCM' },
  'dol-itcm': { code: 'ITCM', title: 'DOL Information Technology Competency Model', short: 'DOL ITCM' },
  nice: { code: 'NICE', title: 'NICE Framework', short: 'NICE Framework' },
};

/** Every way in which Table 5 and the sources of Table 18 name another framework; the group is the item's identifier. */
const NAMES: readonly { framework: NamedFramework; printed: RegExp }[] = [
  { framework: 'dol-itcm', printed: /^DOL Information Technology Competency Model \[11\]$/ },
  { framework: 'dol-itcm', printed: /^DOL ITCM (\d+(?:\.\d+)*)$/ },
  { framework: 'dol-itcm', printed: /^Modified from DOL IT Model \((\d+(?:\.\d+)*)\)$/ },
  { framework: 'dol-bcm', printed: /^DOL (?:Bioscience Competency Model|BCM) (\d+(?:\.\d+)*)$/ },
  { framework: 'dol-bcm', printed: /^Modified from DOL Bioscience Model$/ },
  { framework: 'nice', printed: /^NICE Framework \[10\]$/ },
  { framework: 'nice', printed: /^NICE Framework ID: (NF-COM-\d{3})$/ },
  { framework: 'nice', printed: /^Modified from NIST NICE Framework$/ },
];

/** Sources of Table 18 that are no framework: whose KSAs or whose definition it was. */
const NO_FRAMEWORK: readonly string[] = [
  'Based on KSAs. Provisional.',
  'MFG USA institutes',
  'America Makes KSAs; NIST AM Definition',
  'NIST definition',
];

/** What Table 18 writes of a definition that is the Advanced Manufacturing Competency Model's own. */
const DOL = 'DOL';

export interface NamedFrameworks {
  readonly associations: readonly NamedAssociation[];
  /** What the report names of each framework, in code order, the framework as a whole first. */
  readonly items: Readonly<Record<NamedFramework, readonly Item[]>>;
  readonly irregularities: readonly Irregularity[];
}

interface Tables {
  readonly table4: readonly (readonly string[])[];
  readonly table5: readonly (readonly string[])[];
  readonly table18: readonly Definition[];
}

/**
 * The associations that the report prints: Table 4 takes six competencies over from the DOL model with identifier, name
 * and definition, so these are the same; Table 5 and the sources of Table 18 say which model an item was derived from,
 * not how far it goes with it, so these are related and no more.
 */
export function readNamedFrameworks({ table4, table5, table18 }: Tables): NamedFrameworks {
  const taken = table4
    .filter(([code = '']) => /^\d/.test(code))
    .map(([code = '', title = '']) => {
      const definition = table18.find((each) => each.code === paddedCode(code) && each.source === DOL);
      if (definition === undefined) throw new Error(`Table 18: "${DOL}" is not the source of ${code}`);
      return { code, title, definition: definition.definition };
    });
  const printed = [
    ...table5
      .filter(([name = '']) => /^\d/.test(name))
      .map(([name = '', , by = '']) => ({ place: 5, code: name.slice(0, name.indexOf(' ')), by })),
    ...table18
      .filter(({ source }) => source !== DOL && !NO_FRAMEWORK.includes(source))
      .map(({ code, source }) => ({ place: 18, code, by: source })),
  ].filter(({ by }) => by !== '');

  const derived = [...Map.groupBy(printed.map(association), pairOf)].map(([, same]) => merged(same));
  const associations = [
    ...taken.map(({ code }): NamedAssociation => ({
      fromCode: paddedCode(code),
      framework: 'dol-amcm',
      toCode: code,
      kind: 'exact',
      note: `DOL ID ${code}`,
      source: 'NIST AMS 600-20, Tables 4 and 18',
    })),
    ...derived,
  ].sort((a, b) => compareText(pairOf(a), pairOf(b)));

  const items = Object.fromEntries(
    NAMED_FRAMEWORKS.map((framework) => [framework, itemsOf(framework, associations, taken)]),
  ) as Record<NamedFramework, Item[]>;
  return { associations, items, irregularities: citedByAnothersNumber(printed) };
}

interface Derived extends NamedAssociation {
  readonly place: number;
}

function association({ place, code, by }: { place: number; code: string; by: string }): Derived {
  for (const { framework, printed } of NAMES) {
    const found = printed.exec(by);
    if (found === null) continue;
    const toCode = found[1] ?? WHOLE[framework].code;
    return { fromCode: paddedCode(code), framework, toCode, kind: 'related', note: by, source: '', place };
  }
  throw new Error(`Table ${place}, ${code}: "${by}" names no framework that is declared`);
}

const pairOf = ({ fromCode, framework, toCode }: NamedAssociation): string =>
  `${fromCode} ${framework} ${toCode}`;

/** Two tables may name the same pair, each in its words. */
function merged(same: readonly Derived[]): NamedAssociation {
  const [{ fromCode, framework, toCode, kind }] = same as [Derived];
  const places = same.map(({ place }) => place).join(' and ');
  return {
    ...{ fromCode, framework, toCode, kind },
    note: same.map(({ note }) => note).join('; '),
    source: `NIST AMS 600-20, Table${same.length > 1 ? 's' : ''} ${places}`,
  };
}

/**
 * An item stands under the longest identifier that begins its own, else under the framework as a whole: what lies between
 * is not named. Its title is printed for the DOL's six competencies alone; for all others it is the identifier again.
 */
function itemsOf(
  framework: NamedFramework,
  associations: readonly NamedAssociation[],
  taken: readonly { code: string; title: string; definition: string }[],
): Item[] {
  const whole = WHOLE[framework];
  const codes = [
    ...new Set(
      associations.flatMap((each) =>
        each.framework === framework && each.toCode !== whole.code ? [each.toCode] : [],
      ),
    ),
  ].sort(byParts);
  const bare = { definition: '', definitionSource: '', provisional: false };
  const items = new Map<string, Item>();
  items.set(whole.code, { code: whole.code, kind: 'tier', parentCode: '', title: whole.title, ...bare });
  for (const code of codes) {
    const above = codes.filter((each) => code.startsWith(`${each}.`)).at(-1) ?? whole.code;
    const known = framework === 'dol-amcm' ? taken.find((each) => each.code === code) : undefined;
    items.set(code, {
      code,
      kind: items.get(above)?.kind === 'tier' ? 'competency' : 'sub-competency',
      parentCode: above,
      title: known?.title ?? `${whole.short} ${code}`,
      ...bare,
      ...(known === undefined ? {} : { definition: known.definition, definitionSource: DOL }),
    });
  }
  return [...items.values()];
}

/** So that 4.3.4 stands before 4.3.10. */
function byParts(a: string, b: string): number {
  const padded = (code: string) => code.replace(/\d+/g, (digits) => digits.padStart(3, '0'));
  return compareText(padded(a), padded(b));
}

function citedByAnothersNumber(printed: readonly { place: number; code: string; by: string }[]) {
  return printed
    .filter(({ by }) => by.endsWith('[11]'))
    .map(({ place, code, by }): Irregularity => ({
      place: `Table ${place}, ${code}, deriving framework`,
      printed: by,
      reading: by.replace(' [11]', ''),
      reason:
        'Reference 11 is the Advanced Manufacturing Competency Model; the name is read, not the number.',
    }));
}
