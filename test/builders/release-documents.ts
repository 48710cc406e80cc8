import fc from 'fast-check';
import {
  canonicalRelease,
  type ItemContent,
  type ReleaseDocument,
  releaseJson,
  releaseStates,
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
          to: fc.option(uuid),
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
      const { framework, release, areas, successions } = parts;
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
