import { isList, isRecord } from '../../../given.ts';
import { assertRows, invalidRelease } from '../../rows.ts';
import { assertItems, occupationFields, successionFields } from '../assert-release-content.ts';
import type { ReleaseContent, Succession } from '../release-content.ts';

type Subject = Succession['subject'];

interface Known {
  readonly lineage: string;
}

type Subjects = Pick<ReleaseContent, 'items' | 'occupations'>;

/** Which items and occupations there are. */
export function lineagesOf({
  items,
  occupations,
}: {
  readonly items: readonly Known[];
  readonly occupations: readonly Known[];
}): Readonly<Record<Subject, ReadonlySet<string>>> {
  return {
    item: new Set(items.map(({ lineage }) => lineage)),
    occupation: new Set(occupations.map(({ lineage }) => lineage)),
  };
}

/**
 * What has become of what was before a release, as its files say it. Edits of a draft follow each other and leave traces:
 * here nothing goes by way of what is gone again, what nothing is left of is retired, and what only goes on as itself is
 * not named. Throws `frameworks.invalid-release`, naming the place.
 */
export function settledSuccessions(content: Subjects & Pick<ReleaseContent, 'successions'>): Succession[] {
  // Most have none, and of a large one all is looked at in one turn.
  if (isRecord(content) && isList(content.successions) && content.successions.length === 0) return [];
  assertSubjects(content);
  const here = lineagesOf(content);
  const ways = Map.groupBy(content.successions, originOf);
  const settled = [...ways].flatMap(([origin, [first]]) => {
    const { subject, from } = first as Succession;
    const isHere = here[subject].has(from);
    const ends = endsOf(origin, ways, here[subject]).filter(({ kind }) => !isHere || kind !== 'retired');
    if (isHere) return ends.some(({ to }) => to === from) ? ends : [];
    return ends.length > 0 ? ends : [{ subject, kind: 'retired' as const, from, to: null }];
  });
  const accompanied = accompaniedBy(settled);
  return settled.filter(({ subject, from, to }) => from !== to || accompanied.has(`${subject} ${from}`));
}

/** What is there of what something has become, each once. */
function endsOf(
  origin: string,
  ways: ReadonlyMap<string, readonly Succession[]>,
  here: ReadonlySet<string>,
): Succession[] {
  const ends = new Map<string, Succession>();
  const seen = new Set([origin]);
  const waiting = [...(ways.get(origin) ?? [])].reverse();
  for (let way = waiting.pop(); way !== undefined; way = waiting.pop()) {
    const { subject, kind, from, to } = way;
    if (to === null) continue;
    const next = `${subject} ${to}`;
    if (here.has(to)) {
      if (!ends.has(to)) ends.set(to, way);
    } else if (!seen.has(next)) {
      seen.add(next);
      for (const { to: further } of ways.get(next) ?? []) waiting.push({ subject, kind, from, to: further });
    }
  }
  return [...ends.values()];
}

/** What becomes something beside itself, or what something else becomes: it goes on as a part, or as a target. */
export function accompaniedBy(successions: readonly Succession[]): ReadonlySet<string> {
  return new Set(
    successions
      .filter(({ from, to }) => from !== to)
      .flatMap(({ subject, kind, from, to }) => [
        `${subject} ${from}`,
        ...(kind === 'merged' ? [`${subject} ${to ?? ''}`] : []),
      ]),
  );
}

/** Those of what the base has, and those of what it has not. */
export interface LaterSuccessions {
  readonly later: readonly Succession[];
  readonly unknown: readonly Succession[];
}

/**
 * The successions of a file that tell what happened after its base, and not what the base tells itself of its own past.
 * Throws `frameworks.invalid-release`, naming the place.
 *
 * @param base its successions settled
 * @param isEdition the file says of itself what the base says, in so far as nobody has changed it
 */
export function laterSuccessions(
  successions: readonly Succession[],
  base: Subjects & Pick<ReleaseContent, 'successions'>,
  isEdition: boolean,
): LaterSuccessions {
  assertRows(successions, successionFields, 'succession', '/successions');
  assertSubjects(base, '/base');
  if (typeof isEdition !== 'boolean')
    throw invalidRelease('Whether it is an edition of its base is asked.', '/isEdition');
  const had = lineagesOf(base);
  const said = new Set(base.successions.map(wholeOf));
  const ways = Map.groupBy(successions, originOf);
  const isPast = (succession: Succession): boolean =>
    said.has(wholeOf(succession)) &&
    (!had[succession.subject].has(succession.from) ||
      (isEdition && (ways.get(originOf(succession)) ?? []).every((way) => said.has(wholeOf(way)))));
  // What something else becomes now says by itself that it goes on, though it said so before.
  const targets = new Set(
    successions
      .filter((succession) => !isPast(succession))
      .map(({ subject, to }) => `${subject} ${to ?? ''}`),
  );
  const kept = successions.filter(
    (succession) =>
      !isPast(succession) || (succession.from === succession.to && targets.has(originOf(succession))),
  );
  const isKnown = ({ subject, from }: Succession): boolean => had[subject].has(from);
  return { later: kept.filter(isKnown), unknown: kept.filter((succession) => !isKnown(succession)) };
}

/** What the succession begins from. */
export const originOf = ({ subject, from }: Succession): string => `${subject} ${from}`;

const wholeOf = ({ subject, kind, from, to }: Succession): string => `${subject} ${kind} ${from} ${to ?? ''}`;

function assertSubjects(content: Subjects & Pick<ReleaseContent, 'successions'>, pointer = ''): void {
  assertItems(content, pointer);
  assertRows(content.occupations, occupationFields, 'occupation', `${pointer}/occupations`);
  assertRows(content.successions, successionFields, 'succession', `${pointer}/successions`);
}
