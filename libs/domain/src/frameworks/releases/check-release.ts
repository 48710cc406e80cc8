import { assertItemKind, type ItemKind, itemKinds } from '../release-item.ts';
import { assertReleaseContent } from './assert-release-content.ts';
import type { ItemContent, ReleaseContent } from './release-content.ts';

/** What a release is looked through for. */
export const releaseChecks = [
  'empty-release',
  'duplicate-code',
  'orphan',
  'circle',
  'wrong-parent',
  'empty-competency',
  'unsourced-definition',
  'unknown-technology-area',
  'duplicate-occupation',
  'selection-of-nothing',
] as const;

export type ReleaseCheck = (typeof releaseChecks)[number];

/** One place where a release fails a check; it cannot be published with any. */
export interface ReleaseFault {
  readonly check: ReleaseCheck;
  readonly subject: 'release' | 'item' | 'occupation' | 'selection';
  /** Null of the release itself; of a selection the occupation's. */
  readonly lineage: string | null;
  /** The item's code, or the occupation's title. */
  readonly name: string;
  readonly detail: string;
}

/**
 * Every fault, check by check in their order, within one in the release's own order. Throws `frameworks.invalid-release`
 * for what is no content of a release at all.
 */
export function checkRelease(release: ReleaseContent): ReleaseFault[] {
  assertReleaseContent(release);
  const items = new Map(release.items.map((item) => [item.lineage, item]));
  const found: ReleaseFault[] = [
    ...(release.items.some(({ kind }) => kind === 'ksa')
      ? []
      : [fault('empty-release', 'release', null, '', 'The release has no KSA.')]),
    ...duplicateCodes(release.items),
    ...release.items.flatMap((item) => misplaced(item, items)),
    ...empty(release.items),
    ...release.items.flatMap(unsourced),
    ...occupationFaults(release),
    ...selectionFaults(release, items),
  ];
  return releaseChecks.flatMap((check) => found.filter((each) => each.check === check));
}

function fault(
  check: ReleaseCheck,
  subject: ReleaseFault['subject'],
  lineage: string | null,
  name: string,
  detail: string,
): ReleaseFault {
  return { check, subject, lineage, name, detail };
}

function duplicateCodes(items: readonly ItemContent[]): ReleaseFault[] {
  return [...Map.groupBy(items, ({ code }) => code).values()].flatMap(([, ...others]) =>
    others.map(({ lineage, code }) =>
      fault('duplicate-code', 'item', lineage, code, `Another item has the code ${code}.`),
    ),
  );
}

/**
 * What may stand under what: each kind under the one before, a tier under nothing. Throws `frameworks.invalid-kind`.
 */
export function parentKindOf(kind: ItemKind): ItemKind | null {
  assertItemKind(kind);
  return itemKinds[itemKinds.indexOf(kind) - 1] ?? null;
}

function misplaced(item: ItemContent, items: ReadonlyMap<string, ItemContent>): ReleaseFault[] {
  const { lineage, code, kind, parent } = item;
  const wanted = parentKindOf(kind);
  if (parent === null) {
    return wanted === null
      ? []
      : [
          fault(
            'orphan',
            'item',
            lineage,
            code,
            `A ${kind} stands under a ${wanted}; ${code} under nothing.`,
          ),
        ];
  }
  const above = items.get(parent);
  if (above === undefined)
    return [fault('orphan', 'item', lineage, code, `What ${code} stands under is not in the release.`)];
  if (isInCircle(item, items))
    return [fault('circle', 'item', lineage, code, `${code} stands under itself.`)];
  if (above.kind === wanted) return [];
  const under = wanted === null ? 'nothing' : `a ${wanted}`;
  return [
    fault(
      'wrong-parent',
      'item',
      lineage,
      code,
      `A ${kind} stands under ${under}, not under a ${above.kind}.`,
    ),
  ];
}

function isInCircle(item: ItemContent, items: ReadonlyMap<string, ItemContent>): boolean {
  const seen = new Set<string>();
  for (let at: ItemContent | undefined = item; at !== undefined;) {
    if (seen.has(at.lineage)) return at.lineage === item.lineage;
    seen.add(at.lineage);
    at = at.parent === null ? undefined : items.get(at.parent);
  }
  return false;
}

function empty(items: readonly ItemContent[]): ReleaseFault[] {
  const parents = new Set(items.map(({ parent }) => parent));
  return items
    .filter(({ kind, lineage }) => kind !== 'ksa' && !parents.has(lineage))
    .map(({ lineage, code, kind }) =>
      fault('empty-competency', 'item', lineage, code, `The ${kind} ${code} holds nothing.`),
    );
}

function unsourced({
  lineage,
  code,
  definition,
  definitionSource,
  provisional,
}: ItemContent): ReleaseFault[] {
  if (definition === null || definitionSource !== null || provisional) return [];
  const detail = `The definition of ${code} names no source and is not marked as provisional.`;
  return [fault('unsourced-definition', 'item', lineage, code, detail)];
}

function occupationFaults({ areas, occupations }: ReleaseContent): ReleaseFault[] {
  const codes = new Set(areas.map(({ code }) => code));
  const twice = [
    ...Map.groupBy(occupations, ({ technologyArea, title }) => `${technologyArea} ${title}`).values(),
  ].flatMap(([, ...others]) => others);
  return [
    ...occupations
      .filter(({ technologyArea }) => !codes.has(technologyArea))
      .map(({ lineage, title, technologyArea }) => {
        const detail = `The release has no technology area ${technologyArea}.`;
        return fault('unknown-technology-area', 'occupation', lineage, title, detail);
      }),
    ...twice.map(({ lineage, title, technologyArea }) => {
      const detail = `${title} occurs twice in ${technologyArea}.`;
      return fault('duplicate-occupation', 'occupation', lineage, title, detail);
    }),
  ];
}

function selectionFaults(
  { occupations, selections }: ReleaseContent,
  items: ReadonlyMap<string, ItemContent>,
): ReleaseFault[] {
  const known = new Map(occupations.map((occupation) => [occupation.lineage, occupation]));
  return selections.flatMap(({ occupation, ksa }) => {
    const title = known.get(occupation)?.title;
    const item = items.get(ksa);
    if (title !== undefined && item?.kind === 'ksa') return [];
    const detail =
      title === undefined
        ? 'An occupation that is not in the release selects a KSA.'
        : `${title} selects ${item === undefined ? 'what is not in the release' : `${item.code}, which is no KSA`}.`;
    return [fault('selection-of-nothing', 'selection', occupation, title ?? '', detail)];
  });
}
