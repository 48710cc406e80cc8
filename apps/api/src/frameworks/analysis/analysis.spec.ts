import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease, type Services, theServices } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { analyses, analysisNames, rulesOf, technologyAreas } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { testDatabase } from '#support/database';
import { PrintedFiguresLoader } from '../loader/printed-figures-loader.ts';
import { AnalysisService } from './analysis.service.ts';
import { toAnalysisRows } from './dto/analysis.dto.ts';
import { toPrintedFigureDto } from './dto/printed-figure.dto.ts';
import { OccupationAnalysisService } from './occupation-analysis.service.ts';
import { PrintedFiguresRepository } from './printed-figures.repository.ts';

const DATA = resolve(import.meta.dirname, '../../../../../data');

describe('the analysis of a release', () => {
  let services: Services;
  let context: RequestContext;
  let analysis: AnalysisService;
  let occupations: OccupationAnalysisService;
  let owner: pg.Client;
  /** The release that the report prints, and one that no report is about. */
  let reported: string;
  let small: string;

  const load = () => new PrintedFiguresLoader(owner).load(join(DATA, 'manufacturing-usa-2025'));

  beforeAll(async () => {
    services = await theServices();
    context = await aTenant();
    owner = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
    await owner.connect();
    reported = await loadRelease(join(DATA, 'manufacturing-usa-2025'));
    small = await loadRelease(await someReleaseFiles());
    analysis = new AnalysisService(services.frameworks, new PrintedFiguresRepository(services.unitOfWork));
    occupations = new OccupationAnalysisService(services.frameworks, analysis);
  });
  afterAll(async () => {
    await owner.end();
    await services.dataSource.destroy();
  });

  it('has what the report prints, brought once and again when it changed', async () => {
    expect(await load()).toBe(635);
    expect(await load()).toBe(0);
    await owner.query('delete from printed_figure where release_id = $1 and position = 7', [reported]);
    expect(await load()).toBe(635);
    expect(await new PrintedFiguresLoader(owner).load(await someReleaseFiles())).toBe(0);
  });

  it('recomputes every printed figure, and leaves no difference without a reason', async () => {
    const { figures } = await analysis.report(context, reported);
    const outcomes = Map.groupBy(figures.map(toPrintedFigureDto), ({ outcome }) => outcome);
    expect([...outcomes].map(([outcome, all]) => [outcome, all.length]).toSorted()).toEqual([
      ['agreed', 571],
      ['explained', 64],
    ]);
    expect((await analysis.report(context, small)).figures).toEqual([]);
  });

  it('stands beside the report, with the cells that differ and why', async () => {
    const { figure, rules, printed } = await analysis.analysis(context, reported, {
      name: 'selections-by-sub-competency',
    });
    expect(figure.rows).toHaveLength(68);
    expect(rules.map(({ rule, agreeing, printed: all }) => [rule, agreeing, all])).toEqual([
      ['lines', 325, 340],
      ['selections', expect.any(Number), 340],
      ['institutes', expect.any(Number), 340],
      ['occupations', expect.any(Number), 340],
      ['ksas', expect.any(Number), 340],
    ]);
    // The rule that is said to be the report's is the one that gives most of what it prints.
    expect(Math.max(...rules.map(({ agreeing }) => agreeing))).toBe(325);
    const differing = printed.filter(({ agrees }) => !agrees);
    expect(differing).toHaveLength(15);
    for (const { rowAt, columnAt, row, column, printed: number, recomputed, reason } of differing) {
      expect(figure.rows[rowAt!]?.code).toBe(row);
      expect(figure.columns[columnAt!]?.key).toBe(column);
      expect(String(figure.values[rowAt!]?.[columnAt!])).toBe(recomputed);
      expect(number).not.toBe(recomputed);
      expect(reason).toMatch(/\w/);
    }
  });

  it.each(analysisNames)('counts by the rule that gives most of what the report prints: %s', async (name) => {
    const subjects = {
      area: technologyAreas,
      ksa: ['4.1.07.01', '4.1.07.02', '4.1.02.04'],
      none: [undefined],
    };
    const agreeing = new Map<string, number>();
    for (const subject of subjects[analyses[name].subject ?? 'none']) {
      const { rules, rule } = await analysis.analysis(context, reported, { name, subject });
      expect(rules.map((each) => each.rule)).toEqual(rulesOf(name));
      expect(rule).toBe(rules[0]?.rule);
      for (const each of rules) agreeing.set(each.rule, (agreeing.get(each.rule) ?? 0) + each.agreeing);
    }
    expect(Math.max(...agreeing.values())).toBe(agreeing.get(rulesOf(name)[0]!));
  });

  it('is of some rows when asked so, and then says of what is printed beyond them nothing else', async () => {
    const whole = await analysis.analysis(context, reported, { name: 'most-cited-ksas' });
    const { figure, total, printed } = await analysis.analysis(context, reported, {
      name: 'most-cited-ksas',
      limit: 3,
    });
    expect(figure.rows).toEqual(whole.figure.rows.slice(0, 3));
    expect(total).toBe(235);
    expect(printed.map(({ agrees }) => agrees)).toEqual(whole.printed.map(({ agrees }) => agrees));
    expect(printed.filter(({ rowAt }) => rowAt !== null).every(({ rowAt }) => rowAt! < 3)).toBe(true);
  });

  it('is of any release, printed or not', async () => {
    const { figure, printed, subject } = await analysis.analysis(context, small, {
      name: 'unique-ksas',
      subject: 'digital-automation',
      rule: 'selections',
    });
    expect(subject?.title).toBe('Digital/Automation');
    expect(figure.rows.map(({ code }, place) => [code, figure.values[place]?.[0]])).toEqual([
      ['4.2.06.2', 2],
      ['4.2.06.09', 1],
      ['4.2.06.10', 1],
    ]);
    expect(printed).toEqual([]);
  });

  it('refuses what the release does not have', async () => {
    const ask = (asking: object) => analysis.analysis(context, small, { name: 'careers', ...asking });
    await expect(ask({ subject: '9.9.99.99' })).rejects.toMatchObject({ pointer: '/subject' });
    await expect(ask({})).rejects.toMatchObject({ code: 'frameworks.nothing-to-analyse' });
    await expect(ask({ subject: '4.2.06.09', rule: 'ksas' })).rejects.toMatchObject({ pointer: '/rule' });
    await expect(
      analysis.analysis(context, context.tenantId, { name: 'ksas-by-area' }),
    ).rejects.toMatchObject({ code: 'release-not-found' });
  });

  it('is a table for spreadsheets, with the printed numbers beside', async () => {
    const [head, first] = toAnalysisRows(
      await analysis.analysis(context, reported, { name: 'selections-by-competency', limit: 1 }),
    );
    expect(head?.slice(0, 3)).toEqual(['code', 'title', 'Biomanufacturing (lines)']);
    expect(head?.slice(-2)).toEqual(['Energy/Process (printed)', 'reasons']);
    expect(first?.slice(0, 2)).toEqual(['4.1', 'Manufacturing Process Design/Development']);
    expect(first?.at(-1)).toMatch(/^electronics: /);
  });

  it('compares two occupations of one release', async () => {
    const index = await services.frameworks.releaseIndex(context, small);
    const idOf = (title: string) => index.occupations.find((each) => each.title === title)!.id;
    const [robotics, vision] = [idOf('Robotics Technicians'), idOf('Vision Engineers')];
    const {
      shared,
      onlyFirst,
      onlySecond,
      occupations: both,
    } = await occupations.compare(context, [robotics, vision]);
    const told = (ksas: typeof shared) => ksas.map(({ ksa, counts }) => [ksa.code, ...counts]);
    expect(both.map(({ title }) => title)).toEqual(['Robotics Technicians', 'Vision Engineers']);
    expect(told(shared)).toEqual([['4.2.06.2', 1, 1]]);
    expect(told(onlyFirst)).toEqual([['4.2.06.09', 2, 0]]);
    expect(told(onlySecond)).toEqual([['4.2.06.10', 0, 1]]);

    const elsewhere = (await services.frameworks.releaseIndex(context, reported)).occupations[0]!.id;
    await expect(occupations.compare(context, [robotics, elsewhere])).rejects.toMatchObject({
      code: 'occupations-of-different-releases',
    });
    await expect(occupations.compare(context, [robotics, small])).rejects.toMatchObject({
      code: 'occupation-not-found',
    });
  });

  it('finds the occupations nearest to KSAs', async () => {
    const index = await services.frameworks.releaseIndex(context, small);
    const idOf = (code: string) => index.items.find((each) => each.code === code)!.id;
    const near = await occupations.nearest(context, small, {
      ksaIds: [idOf('4.2.06.09'), idOf('4.2.06.2'), idOf('4.2.06.2')],
      rule: 'jaccard',
      limit: 10,
    });
    expect(near.asked).toBe(2);
    expect(near.rows.map((row) => [row.occupation.title, row.shared, row.needed, row.nearness])).toEqual([
      ['Robotics Technicians', 2, 2, 1],
      ['Vision Engineers', 1, 2, 1 / 3],
    ]);
    await expect(
      occupations.nearest(context, small, { ksaIds: [idOf('4.2.06.2'), small], rule: 'shared', limit: 1 }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/ksaIds/1' }] });
  });
});
