import fc from 'fast-check';
import {
  canonicalRelease,
  type ItemContent,
  type ReleaseDocument,
  releaseJson,
  releaseStates,
  type Succession,
} from '#domain';

/** What stands in the way of files: quotes, line ends, formulas, marks before them, escapes, characters beyond XML. */
const AWKWARD = [
  ...[
    '=1+1',
    "'=x",
    "''-x",
    '+',
    '-5',
    '@SUM(A1)',
    '"',
    ',',
    ';',
    'a\nb',
    'a\r\nb',
    'a\tb',
    '_x000D_',
    '_x0041_',
  ],
  ...[
    '<b>&amp;',
    ']]>',
    'é',
    '日本語',
    '🤖',
    '\ufffe',
    '\ufffd',
    '\u2028',
    'null',
    'TRUE',
    '007',
    '1e5',
    '=',
    '＝x',
  ],
];

const spoken = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc
    .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme' })), { maxLength: 6 })
    .map((parts) => parts.join('')),
);
/** As forms take it: without control characters but those of lines, trimmed. */
const lines = spoken.map((text) => text.replaceAll(/[^\P{Cc}\n\r\t]|\p{Cs}/gu, '').trim());
const line = lines
  .map((text) =>
    text
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 100),
  )
  .map((text) => text.replaceAll(/\p{Cs}/gu, ''));
const named = line.map((text) => text || 'x');
const orNull = (text: fc.Arbitrary<string>) => text.map((said) => said || null);
const uuid = fc.uuid();

/** Sound releases of every shape, in canonical order. */
export function documents(): fc.Arbitrary<ReleaseDocument> {
  const words = fc.record({
    title: named,
    definition: orNull(lines),
    definitionSource: orNull(line),
    provisional: fc.boolean(),
    lineage: uuid,
  });
  const tree = fc.array(fc.record({ kind: fc.nat(3), parent: fc.nat(), words }), { maxLength: 12 });
  const occupation = fc.record({
    lineage: uuid,
    title: named,
    area: fc.nat(),
    definition: orNull(lines),
    selectedBy: fc.integer({ min: 1, max: 10_000 }),
    roleFamily: orNull(line),
  });
  return fc
    .record({
      framework: fc.record({
        uri: uuid.map((id) => `https://frameworks.example/${id}`),
        name: named,
        publisher: named,
        licence: named,
      }),
      release: fc.record({
        uri: fc.option(uuid.map((id) => `https://frameworks.example/release/${id}`)),
        label: named.map(
          (text) =>
            text
              .slice(0, 20)
              .replaceAll(/\p{Cs}/gu, '')
              .trim() || 'x',
        ),
        state: fc.constantFrom(...releaseStates),
        publishedOn: fc.option(fc.constantFrom('2026-06-01', '1999-12-31')),
        basedOn: fc.option(fc.constantFrom('2024', '-1')),
        attribution: line,
      }),
      areas: fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[a-z0-9]{1,8}$/), name: named }), {
        selector: ({ code }) => code,
        minLength: 1,
        maxLength: 3,
      }),
      tree,
      occupations: fc.array(occupation, { maxLength: 4 }),
      selections: fc.array(
        fc.record({ occupation: fc.nat(), ksa: fc.nat(), count: fc.integer({ min: 1, max: 9 }) }),
        { maxLength: 8 },
      ),
      successions: fc.array(
        fc.record({
          subject: fc.constantFrom('item' as const, 'occupation' as const),
          kind: fc.constantFrom('split' as const, 'merged' as const, 'retired' as const),
          from: uuid,
          to: fc.nat(),
          goesOn: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ tree: nodes, ...parts }) => {
      const items = itemsOf(nodes);
      const ksas = items.filter(({ kind }) => kind === 'ksa');
      const occupations = unique(
        parts.occupations.map(({ area, ...rest }) => ({
          ...rest,
          technologyArea: parts.areas[area % parts.areas.length]?.code ?? '',
        })),
        ({ technologyArea, title }) => `${technologyArea}/${title}`,
      );
      const selections =
        ksas.length === 0 || occupations.length === 0
          ? []
          : unique(
              parts.selections.map(({ occupation, ksa, count }) => ({
                occupation: occupations[occupation % occupations.length]?.lineage ?? '',
                ksa: ksas[ksa % ksas.length]?.lineage ?? '',
                count,
              })),
              ({ occupation, ksa }) => `${occupation} ${ksa}`,
            );
      const { framework, release, areas } = parts;
      const successions = unique(
        parts.successions.flatMap((each) =>
          successionsOf(each, each.subject === 'item' ? items : occupations),
        ),
        ({ subject, from, to }) => `${subject} ${from} ${to ?? ''}`,
      );
      return inOrder({ framework, release, content: { areas, items, occupations, selections, successions } });
    });
}

const kinds = ['tier', 'competency', 'sub-competency', 'ksa'] as const;

interface Node {
  readonly kind: number;
  readonly parent: number;
  readonly words: Omit<ItemContent, 'code' | 'kind' | 'parent'>;
}

/** A node hangs under one before it, of the kind that it needs; one that finds none is a tier. */
function itemsOf(nodes: readonly Node[]): ItemContent[] {
  const items: ItemContent[] = [];
  for (const { kind, parent, words } of nodes) {
    const above = items.filter((item) => item.kind === kinds[kind - 1]);
    const under = above.length === 0 ? undefined : above[parent % above.length];
    const place = items.length + 1;
    items.push({
      ...words,
      // Some codes are no numbers, and some look like formulas.
      code: place % 5 === 0 ? `=own${place}` : under === undefined ? `${place}` : `${under.code}.${place}0`,
      kind: under === undefined ? 'tier' : (kinds[kind] as ItemContent['kind']),
      parent: under?.lineage ?? null,
    });
  }
  return items;
}

/** Of what is gone, or of what goes on as a part of itself. */
function successionsOf(
  { subject, kind, from, to, goesOn }: Omit<Succession, 'to'> & { to: number; goesOn: boolean },
  here: readonly { readonly lineage: string }[],
): Succession[] {
  const into = here[to % here.length]?.lineage;
  if (into === undefined || (kind === 'retired' && to % 3 === 0))
    return [{ subject, kind: 'retired', from, to: null }];
  const self = here[(to + 1) % here.length]?.lineage ?? into;
  if (!goesOn || kind === 'retired' || self === into) return [{ subject, kind, from, to: into }];
  return [self, into].map((each) => ({ subject, kind, from: self, to: each }));
}

function unique<Each>(all: readonly Each[], key: (each: Each) => string): Each[] {
  return [...new Map(all.map((each) => [key(each), each])).values()];
}

function inOrder(document: ReleaseDocument): ReleaseDocument {
  const work = canonicalRelease(document.content);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return { ...document, content: value };
  }
}

export function jsonOf(document: ReleaseDocument): string {
  return [...releaseJson(inOrder(document))].join('');
}

/** The same under lineages, and of a framework, that nobody has. */
export function renamed(document: ReleaseDocument, newId: () => string): ReleaseDocument {
  const ids = new Map<string, string>();
  const json = JSON.stringify(document).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const made = ids.get(id) ?? newId();
    ids.set(id, made);
    return made;
  });
  return inOrder(JSON.parse(json) as ReleaseDocument);
}

/** A small release that could be published. @param family of ids: one more and one less is other lineages */
export function publishable(framework = 'whole', family = '0'): ReleaseDocument {
  const lineage = (no: number) => `${family}0000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
  const none = { definition: null, definitionSource: null, provisional: false };
  const item = (no: number, code: string, kind: ItemContent['kind'], parent: number | null): ItemContent => ({
    ...{ lineage: lineage(no), code, kind, parent: parent === null ? null : lineage(parent) },
    ...{ title: `Item ${code}`, ...none },
  });
  const occupation = { lineage: lineage(9), title: 'Robot technician', technologyArea: 'robots' };
  return inOrder({
    framework: {
      uri: `https://frameworks.example/${framework}`,
      ...{ name: 'A whole framework', publisher: 'Nobody', licence: 'None' },
    },
    release: {
      ...{ uri: null, label: '2025', state: 'draft', publishedOn: null, basedOn: '2024' },
      attribution: 'Nobody, 2025',
    },
    content: {
      areas: [{ code: 'robots', name: 'Robots' }],
      items: [
        item(1, '4', 'tier', null),
        item(2, '4.1', 'competency', 1),
        item(3, '4.1.01', 'sub-competency', 2),
        // Not in the order of their codes.
        item(5, '4.1.01.02', 'ksa', 3),
        item(4, '4.1.01.01', 'ksa', 3),
      ],
      occupations: [{ ...occupation, definition: null, selectedBy: 2, roleFamily: 'technician' }],
      selections: [
        { occupation: lineage(9), ksa: lineage(5), count: 1 },
        { occupation: lineage(9), ksa: lineage(4), count: 3 },
      ],
      successions: [{ subject: 'item', kind: 'split', from: lineage(7), to: lineage(5) }],
    },
  });
}

/** A release of about so many rows: half of them KSAs, in hundreds under a sub-competency, half selections. */
export function manyRows(rows: number, framework = 'many'): ReleaseDocument {
  const lineage = (no: number) => `a0000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
  const items: ItemContent[] = [];
  const definition = 'What somebody must know, and be able to do, "by hand", so that a robot does the rest.';
  const add = (code: string, kind: ItemContent['kind'], parent: string | null): string => {
    const made = lineage(items.length + 1);
    items.push({
      ...{ lineage: made, code, kind, parent, title: `Item ${code}` },
      ...{ definition, definitionSource: 'Nobody, 2025', provisional: false },
    });
    return made;
  };
  const competency = add('1.1', 'competency', add('1', 'tier', null));
  const ksas: string[] = [];
  let sub = '';
  for (let no = 0; no < rows / 2; no += 1) {
    if (no % 100 === 0) sub = add(`1.1.${no / 100 + 1}`, 'sub-competency', competency);
    ksas.push(add(`1.1.${Math.floor(no / 100) + 1}.${(no % 100) + 1}`, 'ksa', sub));
  }
  const occupations = Array.from({ length: Math.ceil(rows / 200) }, (_, no) => ({
    ...{ lineage: lineage(1_000_000 + no), title: `Occupation ${no}`, technologyArea: 'robots', definition },
    ...{ selectedBy: 1, roleFamily: null },
  }));
  const selections = ksas.map((ksa, no) => ({
    occupation: occupations[no % occupations.length]?.lineage ?? '',
    ksa,
    count: 1,
  }));
  const { framework: head, release } = publishable(framework);
  const areas = [{ code: 'robots', name: 'Robots' }];
  return inOrder({
    framework: head,
    release,
    content: { areas, items, occupations, selections, successions: [] },
  });
}
