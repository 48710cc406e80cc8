import { Injectable } from '@nestjs/common';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { remembered } from '#platform/cache/remembered';
import type { RequestContext } from '#platform/context/request-context';
import { visibleReleases } from '../visible-releases.ts';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { FrameworkSearchQuery, NearDuplicatesQuery } from './dto/search.dto.ts';
import { excerptOf, highlightsIn } from './highlight.ts';
import { SearchRepository } from './search.repository.ts';
import { spelled, type Words } from './spelling.ts';
import { type FoundRow, type Highlight, type Hit, matches, type NearDuplicate } from './search.types.ts';

/** Of a release a few thousand words. */
const MOST_VOCABULARIES = 64;

/** Search over what the reader may see: published and retired releases, and drafts for who curates them. */
@Injectable()
export class SearchService {
  /** By release and what is in it. */
  private readonly words = new BoundedCache<Promise<Words>>(MOST_VOCABULARIES);

  constructor(
    private readonly repository: SearchRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  /** In one release, or in all: then an item is shown once, as the newest release has it that matches. */
  async search(
    context: RequestContext,
    { filter, limit, offset }: FrameworkSearchQuery,
  ): Promise<{ rows: Hit[]; total: number }> {
    const { q, releaseId, kinds = null } = filter;
    const releases = new Map((await this.frameworks.releases(context)).map((each) => [each.id, each]));
    const among =
      releaseId === undefined
        ? await visibleReleases(context, this.frameworks)
        : [(await this.frameworks.release(context, releaseId)).id];
    const beside = among
      .map((id) => releases.get(id))
      .find((each) => each?.state === 'published' && each.isBasis);
    const find = (searched: string, page: { limit: number; offset: number }) =>
      this.repository.search(context, among, searched, kinds, page, beside?.id ?? null);
    const page = { limit, offset };
    const found = await find(q, page);
    const best = offset === 0 ? found : await find(q, { limit: 1, offset: 0 });
    if ((best.rows[0]?.rank ?? LEAST) <= AS_TYPED)
      return { ...found, rows: found.rows.map((row) => hit(row, q, releases)) };
    // Nothing has it as it was typed: rather what was meant than what is merely alike.
    const meant = await this.meant(
      context,
      among.flatMap((id) => releases.get(id) ?? []),
      beside !== undefined,
      q,
    );
    const guessed = meant === null ? null : await find(meant, page);
    if (meant === null || guessed === null || guessed.total === 0)
      return { ...found, rows: found.rows.map((row) => hit(row, q, releases)) };
    return { ...guessed, rows: guessed.rows.map((row) => hit(asAlike(row), meant, releases)) };
  }

  /** What was probably meant by what nothing has as it was typed. */
  private async meant(
    context: RequestContext,
    among: readonly Release[],
    withOwn: boolean,
    typed: string,
  ): Promise<string | null> {
    const ids = among.map(({ id }) => id);
    const code = await this.repository.codeLike(context, ids, typed);
    if (code !== null) return code;
    const vocabularies = withOwn ? [await this.repository.ownWords(context)] : [];
    for (const { id, contentHash } of among) {
      const read = () => this.repository.words(context, id);
      vocabularies.push(await remembered(context, this.words, `${id} ${contentHash}`, read));
    }
    return spelled(typed, vocabularies);
  }

  /** What a release has already of an item that somebody is about to add, or to word otherwise. */
  async nearDuplicates(
    context: RequestContext,
    releaseId: string,
    { title, definition, except }: NearDuplicatesQuery,
  ): Promise<NearDuplicate[]> {
    const { id } = await this.frameworks.release(context, releaseId);
    return this.repository.nearDuplicates(context, id, {
      ...{ title, definition: definition || null, except: except ?? null },
    });
  }
}

const LEAST = matches.length;
/** The last of the matches that have what was searched for letter by letter. */
const AS_TYPED = matches.indexOf('definition');
const BY_CODE = matches.indexOf('code-prefix');

/** What was found by another spelling is alike, however well it matches that one; a code is what was meant. */
function asAlike(row: FoundRow): FoundRow {
  if (row.rank <= BY_CODE || row.rank > AS_TYPED) return row;
  return { ...row, rank: matches.indexOf(row.rank === AS_TYPED ? 'definition-similar' : 'title-similar') };
}

function hit(row: FoundRow, searched: string, releases: ReadonlyMap<string, Release>): Hit {
  const { id, kind, releaseId, code, title, definition, technologyAreaName, rank, score } = row;
  const release = releases.get(releaseId);
  const match = matches[rank] ?? 'definition-similar';
  const isInDefinition = match === 'definition' || match === 'definition-similar';
  const excerpt = isInDefinition && definition !== null ? excerptOf(definition, searched) : null;
  const marks = (field: Highlight['field'], text: string | null): Highlight[] =>
    text === null ? [] : highlightsIn(text, searched).map((range) => ({ field, ...range }));
  const byCode = match === 'code' || match === 'code-prefix';
  return {
    ...{ id, kind, releaseId, code, title, technologyAreaName, score, match, excerpt },
    framework: release?.framework ?? '',
    releaseLabel: release?.label ?? '',
    highlights: byCode
      ? [{ field: 'code', start: 0, end: searched.length }]
      : [...marks('title', title), ...marks('excerpt', excerpt)],
  };
}
