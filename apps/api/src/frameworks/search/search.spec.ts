import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { join } from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { RequestContext } from '#platform/context/request-context';
import { testDatabase } from '#support/database';
import { DraftsService } from '../curation/drafts.service.ts';
import { ItemEditingService } from '../curation/item-editing.service.ts';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { frameworkSearchQuery, nearDuplicatesQuery } from './dto/search.dto.ts';
import { NEAR, SEARCH, searchParameters } from './search.repository.ts';
import { SearchService } from './search.service.ts';
import type { Hit } from './search.types.ts';

const DATA = join(import.meta.dirname, '../../../../../data/manufacturing-usa-2025');

describe('search', () => {
  let application: INestApplicationContext;
  let search: SearchService;
  let frameworks: FrameworksService;
  let release: string;
  let draft: string;
  let reader: RequestContext;
  let curator: RequestContext;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    const of = <Service>(type: new (...given: never[]) => Service): Service =>
      application.get(type, { strict: false });
    search = of(SearchService);
    frameworks = of(FrameworksService);
    release = await loadRelease(DATA);
    await loadRelease(join(DATA, 'named', 'nice'));
    reader = await aTenant();
    curator = {
      ...reader,
      actor: { ...reader.actor, userId: uuidv7(), name: 'Noor', roles: ['taxonomy-curator'] },
    };
    const { frameworkId } = await frameworks.release(curator, release);
    draft = (await of(DraftsService).create(curator, { frameworkId, label: 'next', basedOn: release })).id;
    const { items } = await frameworks.releaseIndex(curator, draft);
    await of(ItemEditingService).add(curator, draft, {
      ...{ kind: 'ksa', parentId: items.find(({ code }) => code === '4.2.06')?.id ?? null },
      ...{ title: 'Exoskeleton maintenance', definition: null, definitionSource: null },
      ...{ provisional: false, reason: '' },
    });
  });
  afterAll(() => endApplication(application));

  const hits = async (
    q: string,
    { as = reader, ...filter }: { as?: RequestContext; releaseId?: string; kinds?: string[] } = {},
    range = [0, 24],
  ): Promise<Hit[]> => {
    const asked = { filter: JSON.stringify({ q, ...filter }), range: JSON.stringify(range) };
    return (await search.search(as, frameworkSearchQuery.parse(asked))).rows;
  };
  const first = async (q: string) => {
    const [hit] = await hits(q);
    return hit === undefined ? '' : `${hit.match} ${hit.code ?? hit.technologyAreaName} ${hit.title}`;
  };

  it.each([
    ['4.2.06.09', 'code 4.2.06.09 Robot programming'],
    ['4.2.06', 'code 4.2.06 Automated Systems and Control Operations'],
    ['nf-com-008', 'code NF-COM-008 NICE Framework NF-COM-008'],
    ['robot programming', 'title 4.2.06.09 Robot programming'],
    ['Robot prog', 'title-prefix 4.2.06.09 Robot programming'],
  ])('finds "%s" first as %s', async (q, expected) => {
    expect(await first(q)).toBe(expected);
  });

  it.each([
    ['robto programing', 'Robot programming'],
    ['programming robot', 'Robot programming'],
    ['weldnig', 'Weld'],
    ['pneumtaic systems', 'Pneumatic'],
    ['statistcal proces control', 'Statistical process control'],
    ['biological technican', 'Biological Technicians'],
  ])('forgives the mistakes of "%s"', async (q, expected) => {
    const titles = (await hits(q)).slice(0, 5).map(({ title }) => title.toLowerCase());
    expect(titles.some((title) => title.includes(expected.toLowerCase()))).toBe(true);
  });

  it('forgives one letter in any word: one left out, one too many, another, two changed places', async () => {
    const { items } = await frameworks.releaseIndex(reader, release);
    const texts = items.map(({ title, definition }) => `${title} ${definition ?? ''}`.toLowerCase());
    const words = new Set(texts.flatMap((text) => text.match(/[a-z]{6,}/g) ?? []));
    const missed: string[] = [];
    for (const [place, word] of [...words].entries()) {
      const at = 1 + (place % (word.length - 2));
      const [before, letter, next, after] = [
        word.slice(0, at),
        word.charAt(at),
        word.charAt(at + 1),
        word.slice(at + 2),
      ];
      const typed = [
        `${before}${next}${after}`,
        `${before}${letter}x${next}${after}`,
        `${before}x${next}${after}`,
        `${before}${next}${letter}${after}`,
      ][place % 4] as string;
      const found = await hits(typed, { releaseId: release }, [0, 199]);
      const ids = new Set(found.map(({ id }) => id));
      if (!items.some(({ id }, itemAt) => ids.has(id) && texts[itemAt]?.includes(word)))
        missed.push(`${typed} (${word})`);
    }
    // Where what was typed is another word itself, that is found instead.
    expect(words.size).toBeGreaterThan(400);
    expect(missed.length / words.size).toBeLessThan(0.02);
  }, 60_000);

  it.each([
    ['manage resources', '4.2.13'],
    ['clear of', '4.1.02'],
  ])('does not guess instead of "%s", which a definition has', async (q, code) => {
    const codes = (await hits(q, { releaseId: release }, [0, 99])).map((hit) => hit.code);
    expect(codes).toContain(code);
  });

  it('finds a code without the zeros that its numbers begin with', async () => {
    expect(await first('4.2.6.9')).toBe('code 4.2.06.09 Robot programming');
  });

  it('ranks by what was found: code before title, a title that begins with it before one that has it', async () => {
    const ranks = (await hits('4.2', {}, [0, 199])).map(({ match, code }) => [match, code]);
    expect(ranks[0]).toEqual(['code', '4.2']);
    expect(ranks.slice(1, 4)).toEqual([
      ['code-prefix', '4.2.01'],
      ['code-prefix', '4.2.02'],
      ['code-prefix', '4.2.03'],
    ]);
    const found = (await hits('process', {}, [0, 199])).map(({ match }) => match);
    const order = ['title', 'title-prefix', 'title-part', 'definition', 'title-similar'] as const;
    const places = found.map((match) => order.indexOf(match as (typeof order)[number]));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(new Set(found)).toContain('title-prefix');
    expect(new Set(found)).toContain('definition');
  });

  it('looks for two letters where words begin, not within them', async () => {
    const titles = (await hits('AI', {}, [0, 99])).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toMatch(/\bai/i);
  });

  it('says the same twice, and page by page', async () => {
    const all = (await hits('systems', {}, [0, 39])).map(({ id }) => id);
    const pages = [...(await hits('systems', {}, [0, 19])), ...(await hits('systems', {}, [20, 39]))];
    expect(pages.map(({ id }) => id)).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it('finds in definitions, and shows where', async () => {
    const [hit] = await hits('customs');
    expect(hit).toMatchObject({ code: '4.4.07', match: 'definition' });
    const { start, end } = hit?.highlights.find(({ field }) => field === 'excerpt') ?? { start: 0, end: 0 };
    expect(hit?.excerpt?.slice(start, end)).toBe('customs');
  });

  it('marks what was found in the code or the title', async () => {
    const [byCode] = await hits('4.2.06');
    expect(byCode?.highlights).toEqual([{ field: 'code', start: 0, end: 6 }]);
    const [byTitle] = await hits('robto programing');
    expect(byTitle?.highlights).toEqual([{ field: 'title', start: 0, end: 17 }]);
  });

  it('finds occupations beside items, and either alone', async () => {
    const kinds = new Set((await hits('machin', {}, [0, 99])).map(({ kind }) => kind));
    expect(kinds).toContain('occupation');
    expect(kinds).toContain('ksa');
    const occupations = await hits('machin', { kinds: ['occupation'] });
    expect(new Set(occupations.map(({ kind }) => kind))).toEqual(new Set(['occupation']));
    expect(occupations[0]?.technologyAreaName).toEqual(expect.any(String));
    expect((await hits('machin', { kinds: ['ksa'] })).every(({ kind }) => kind === 'ksa')).toBe(true);
  });

  it('shows what is in a draft to curators alone, and an item of many releases once', async () => {
    expect(await hits('exoskeleton')).toEqual([]);
    expect(await hits('exoskeleton', { as: curator })).toMatchObject([
      { title: 'Exoskeleton maintenance', releaseLabel: 'next' },
    ]);
    await expect(hits('robot', { releaseId: draft })).rejects.toMatchObject({ code: 'release-not-found' });
    const robots = async (releaseId?: string) =>
      (await hits('4.2.06.09', { as: curator, ...(releaseId === undefined ? {} : { releaseId }) })).map(
        (hit) => hit.releaseLabel,
      );
    expect(await robots()).toEqual(['2025']);
    expect(await robots(draft)).toEqual(['next']);
  });

  it.each(['%', '_', '\\', '4%2', "'", '<%', '🤖', '.*'])('takes "%s" for what it is', async (q) => {
    const found = await hits(q);
    for (const hit of found)
      expect(`${hit.code} ${hit.title} ${hit.excerpt}`.toLowerCase()).toContain(q.toLowerCase());
  });

  describe('for near-duplicates', () => {
    const near = (title: string, rest: { definition?: string; except?: string } = {}) =>
      search.nearDuplicates(reader, release, nearDuplicatesQuery.parse({ title, ...rest }));

    it('gives the nearest items, the nearest first', async () => {
      const found = await near('Programming of robots');
      expect(found[0]).toMatchObject({ code: '4.2.06.09', title: 'Robot programming' });
      const similarities = found.map(({ titleSimilarity }) => titleSimilarity);
      expect(similarities).toEqual(similarities.toSorted((left, right) => right - left));
      expect(found.length).toBeLessThanOrEqual(10);
    });

    it('gives what is worded alike under another title', async () => {
      const definition = 'Plan and monitor the moving and storing of materials and products with suppliers.';
      const [found] = await near('Shipping', { definition });
      expect(found).toMatchObject({ code: '4.4' });
      expect(found?.definitionSimilarity).toBeGreaterThan(0.3);
    });

    it('leaves out the item that is only worded otherwise', async () => {
      const [{ id } = { id: '' }] = await near('Robot programming');
      expect((await near('Robot programming', { except: id })).map((each) => each.id)).not.toContain(id);
    });

    it('gives nothing where nothing is like it', async () => {
      expect(await near('Zymurgy')).toEqual([]);
    });
  });

  describe('in a release of 10,105 items', () => {
    let owner: pg.Client;
    let large: string;

    beforeAll(async () => {
      owner = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
      await owner.connect();
      const { frameworkId } = await frameworks.release(curator, release);
      large = (
        await application
          .get(DraftsService, { strict: false })
          .create(curator, { frameworkId, label: 'large', basedOn: null })
      ).id;
      await owner.query(
        `insert into item (id, release_id, lineage, code, kind, title, definition, provisional, position)
         select n.id, $1, n.id, 'L.' || n.no, 'tier', n.title || ' of cell ' || n.no,
                'Work with ' || lower(n.title) || ' as work instruction ' || n.no || ' says.', false, n.no
         from (select gen_random_uuid() as id, i.title, row_number() over () as no
               from item i cross join generate_series(1, 43) where i.release_id = $2 and i.kind = 'ksa') n`,
        [large, release],
      );
      await owner.query('analyze item');
    });
    afterAll(() => owner.end());

    const plan = async (text: string, values: unknown[]): Promise<string> => {
      await owner.query('begin');
      await owner.query(`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`);
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      await owner.query('rollback');
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };

    it('is served by the index of trigrams', async () => {
      const page = { limit: 25, offset: 0 };
      for (const q of ['robto programing', 'AI', '4.2']) {
        const words = await plan(
          SEARCH.text,
          searchParameters([large], q, null, page, { tenantId: large, besideReleaseId: null }),
        );
        expect(words).toContain('item_texts');
        expect(words).not.toContain('Seq Scan on item');
      }
    });

    it('so are near-duplicates', async () => {
      const words = await plan(NEAR.text, [large, 'Robot programming', 'Write programs for robots.', null]);
      expect(words).toContain('item_texts');
      expect(words).not.toContain('Seq Scan on item');
    });
  });
});
