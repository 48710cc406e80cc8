import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { FoundRow, NearDuplicate } from './search.types.ts';
import type { Words } from './spelling.ts';

/** How much of what was typed a title must have, in whatever order: "robto" has half of the trigrams of "robot". */
const THRESHOLD = '0.45';

/** Operators that an index serves compare with the session's threshold: for this transaction it is ours. */
const FORGIVE: Statement = {
  name: 'search_forgive',
  text: `select set_config('pg_trgm.word_similarity_threshold', '${THRESHOLD}', true)`,
};

/** Code order in SQL: numbers by value. */
const inCodeOrder = (code: string): string =>
  `regexp_replace(regexp_replace(${code}, '(\\d+)', '0000000000\\1', 'g'), '0*(\\d{10})', '\\1', 'g') collate "C"`;

/** By what a row was found: its place in `matches`. An occupation has no code, and its definition is not looked into. */
const rankOf = (row: string, what: 'item' | 'occupation'): string => `
  case ${what === 'item' ? `when lower(${row}.code) = lower($2) then 0 when ${row}.code ilike $3 then 1` : ''}
       when lower(${row}.title) = lower($2) then 2 when ${row}.title ilike $3 then 3 when ${row}.title ilike $4 then 4
       ${what === 'item' ? `when ${row}.definition ilike $4 then 5` : ''}
       when $2 <% ${row}.title then 6 else 7 end`;

const isFound = (row: string, what: 'item' | 'occupation'): string => `(
  ${row}.title ilike $3 or ${row}.title ilike $4 or $2 <% ${row}.title
  ${what === 'item' ? `or ${row}.code ilike $3 or ${row}.definition ilike $4 or $2 <<% ${row}.definition` : ''})`;

/**
 * $1 the releases, $2 what is searched for, $3 and $4 the patterns of what begins with it and what has it somewhere, $5 the
 * kinds; $8 the release that what is an organisation's own stands beside, null when that is not looked into, $9 the
 * organisation. Each source gives rows of one shape; whatever else is to be found joins them here.
 */
const SOURCES: readonly string[] = [
  `select i.id, i.lineage, i.kind, i.release_id, i.code, i.title, i.definition, null as area,
          ${rankOf('i', 'item')} as rank
   from item i
   where i.release_id = any($1) and ($5::text[] is null or i.kind = any($5)) and ${isFound('i', 'item')}`,
  `select o.id, o.lineage, 'occupation', o.release_id, null, o.title, o.definition, a.name,
          ${rankOf('o', 'occupation')}
   from occupation o join technology_area a on a.release_id = o.release_id and a.code = o.technology_area
   where o.release_id = any($1) and ($5::text[] is null or 'occupation' = any($5)) and ${isFound('o', 'occupation')}`,
  // Few enough to be looked through one by one.
  `select w.id, w.id, 'ksa', $8::uuid, w.code, w.title, w.definition, null, ${rankOf('w', 'item')}
   from own_item w
   where $8::uuid is not null and w.tenant_id = $9 and w.retired_at is null
     and ($5::text[] is null or 'ksa' = any($5)) and ${isFound('w', 'item')}`,
  `select w.id, w.id, 'occupation', $8::uuid, null, w.title, w.definition, coalesce(a.name, w.technology_area),
          ${rankOf('w', 'occupation')}
   from own_occupation w
   left join technology_area a on a.release_id = $8 and a.code = w.technology_area
   where $8::uuid is not null and w.tenant_id = $9 and ($5::text[] is null or 'occupation' = any($5))
     and ${isFound('w', 'occupation')}`,
];

const SCORE = `
  case rank when 0 then 1 when 2 then 1
            when 1 then length($2)::real / length(code)
            when 3 then length($2)::real / length(title)
            when 5 then strict_word_similarity($2, definition)
            when 7 then strict_word_similarity($2, definition)
            else (word_similarity($2, title) + similarity($2, title)) / 2 end`;

const FIND = `
  with found as (${SOURCES.join(' union all ')}),
       -- An item is shown once, as the first of the releases has it.
       once as (select distinct on (kind, lineage) * from found
                order by kind, lineage, array_position($1::uuid[], release_id)),
       scored as (select *, ${SCORE} as score from once)
  select id, lineage, kind, release_id as "releaseId", code, title, definition, area as "technologyAreaName", rank,
         score::float8 as score, count(*) over ()::int as total
  from scored`;

/** A stated order: rank, score, then code, title, area; the id where two have all of these. */
export const SEARCH: Statement = {
  name: 'search_find',
  text: `${FIND} order by rank, score desc, ${inCodeOrder("coalesce(code, '~')")}, title, area, id limit $6 offset $7`,
};

const wordsOf = (text: string, source: string): string =>
  `select regexp_split_to_table(lower(${text}), '[^[:alnum:]]+') as word from ${source}`;

const WITH_DEFINITION = `title || ' ' || coalesce(definition, '')`;

const counted = (sources: readonly string[]): string => `
  select word, count(*)::int as often from (${sources.join(' union all ')}) w
  where length(word) between 4 and 60 group by word`;

const WORDS: Statement = {
  name: 'search_words',
  text: counted([
    wordsOf(WITH_DEFINITION, 'item where release_id = $1'),
    wordsOf('title', 'occupation where release_id = $1'),
  ]),
};

const OWN_WORDS: Statement = {
  name: 'search_own_words',
  text: counted([
    wordsOf(WITH_DEFINITION, 'own_item where tenant_id = $1 and retired_at is null'),
    wordsOf('title', 'own_occupation where tenant_id = $1'),
  ]),
};

/** The code that is the same but for zeros that numbers begin with: 4.2.6.9 is 4.2.06.09. */
const CODE: Statement = {
  name: 'search_code_without_zeros',
  text: `
    select code from item
    where release_id = any($1) and regexp_replace(code, '(^|\\.)0+(?=\\d)', '\\1', 'g') = $2
    order by array_position($1::uuid[], release_id), code limit 1`,
};

export const NEAR: Statement = {
  name: 'search_near_duplicates',
  text: `
    select i.id, i.code, i.kind, i.title, i.definition, similarity(i.title, $2)::float8 as "titleSimilarity",
           similarity(i.definition, $3)::float8 as "definitionSimilarity"
    from item i
    where i.release_id = $1 and (i.title % $2 or i.definition % $3) and ($4::uuid is null or i.id <> $4)
    order by greatest(similarity(i.title, $2), similarity(i.definition, $3)) desc, ${inCodeOrder('i.code')}
    limit 10`,
};

interface WordRow {
  readonly word: string;
  readonly often: number;
}

const asWords = (rows: readonly WordRow[]): Words => new Map(rows.map(({ word, often }) => [word, often]));

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/** Of fewer letters an index of trigrams knows only where words begin, and "ai" would be found in "maintain". */
const SHORTEST_PART = 3;

/** The parameters of `SEARCH`. */
export function searchParameters(
  releaseIds: readonly string[],
  searched: string,
  kinds: readonly string[] | null,
  page: { limit: number; offset: number },
  own: { readonly tenantId: string; readonly besideReleaseId: string | null },
): unknown[] {
  const pattern = escaped(searched);
  const within = searched.length < SHORTEST_PART ? null : `%${pattern}%`;
  const beside = [own.besideReleaseId, own.tenantId];
  return [releaseIds, searched, `${pattern}%`, within, kinds, page.limit, page.offset, ...beside];
}

@Injectable()
export class SearchRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param releaseIds those to look into, the one to show an item of first
   * @param kinds null: all
   * @param besideReleaseId the release that what is own is shown beside; null: it is not looked into
   */
  search(
    context: RequestContext,
    releaseIds: readonly string[],
    searched: string,
    kinds: readonly string[] | null,
    page: { limit: number; offset: number },
    besideReleaseId: string | null,
  ): Promise<{ rows: FoundRow[]; total: number }> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.unitOfWork.read(transaction, FORGIVE, []);
      const rows = await this.unitOfWork.read<FoundRow & { total: number }>(
        transaction,
        SEARCH,
        searchParameters(releaseIds, searched, kinds, page, { tenantId: context.tenantId, besideReleaseId }),
      );
      return { rows, total: rows[0]?.total ?? 0 };
    });
  }

  /** Every word of a release's titles and definitions, but the shortest, with how often it is used. */
  async words(context: RequestContext, releaseId: string): Promise<Words> {
    return asWords(await this.unitOfWork.read<WordRow>(context, WORDS, [releaseId]));
  }

  /** Those of what an organisation has of its own. */
  async ownWords(context: RequestContext): Promise<Words> {
    return asWords(await this.unitOfWork.read<WordRow>(context, OWN_WORDS, [context.tenantId]));
  }

  /** The first code that is the one given but for zeros that numbers begin with; null when there is none. */
  async codeLike(
    context: RequestContext,
    releaseIds: readonly string[],
    searched: string,
  ): Promise<string | null> {
    if (!/^\d+(?:\.\d+)+$/.test(searched)) return null;
    const plain = searched.replaceAll(/(^|\.)0+(?=\d)/g, '$1');
    const codes = await this.unitOfWork.read<{ code: string }>(context, CODE, [releaseIds, plain]);
    return codes[0]?.code ?? null;
  }

  /** The ten nearest, the nearest first. @param except an item that is not to be compared with itself */
  nearDuplicates(
    context: RequestContext,
    releaseId: string,
    { title, definition, except }: { title: string; definition: string | null; except: string | null },
  ): Promise<NearDuplicate[]> {
    return this.unitOfWork.read<NearDuplicate>(context, NEAR, [releaseId, title, definition, except]);
  }
}
