import { Injectable } from '@nestjs/common';
import {
  analyse,
  analyses,
  type AnalysisName,
  type AnalysisQuestion,
  compileRelease,
  type CompiledRelease,
  type Figure,
  type FigureEntry,
  printedBeside,
  printedKey,
  recomputePrinted,
  reportsRule,
  reportStatements,
  rulesOf,
} from '#domain';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { remembered } from '#platform/cache/remembered';
import type { RequestContext } from '#platform/context/request-context';
import { FrameworksService } from '../frameworks.service.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { Analysis, Asking, ExplainedFigure, PrintedReport, RuleStanding } from './analysis.types.ts';
import { PrintedFiguresRepository } from './printed-figures.repository.ts';

const MOST_REPORTS = 30;

/** What a release answers to the questions of its report, counted in memory; the database is asked what is printed, once. */
@Injectable()
export class AnalysisService {
  /** A release in memory is another one after each edit. */
  private readonly compiled = new WeakMap<ReleaseIndex, CompiledRelease>();
  private readonly printed = new BoundedCache<Promise<readonly ExplainedFigure[]>>(MOST_REPORTS);

  constructor(
    private readonly frameworks: FrameworksService,
    private readonly reports: PrintedFiguresRepository,
  ) {}

  async analysis(context: RequestContext, releaseId: string, asking: Asking): Promise<Analysis> {
    const index = await this.frameworks.releaseIndex(context, releaseId);
    const release = this.compile(index);
    const { name } = asking;
    const question = { name, subject: asking.subject ?? null, under: asking.under ?? null };
    const rule = asking.rule ?? reportsRule(name);
    const figures = new Map(rulesOf(name).map((each) => [each, analyse(release, question, each)]));
    const whole = figures.get(rule) ?? analyse(release, question, rule);
    const printed = await this.printedOf(context, index);
    const figure = firstRows(whole, asking.limit);
    return {
      release: index.release,
      name,
      rule,
      subject: subjectOf(release, name, question.subject),
      under: entryOf(release, question.under),
      figure,
      total: whole.rows.length,
      rules: standings(figures, question, figure, printed),
      printed: besides(
        whole,
        figure.rows.length,
        question,
        rule === reportsRule(name) ? printed : unexplained(printed),
      ),
    };
  }

  /** Everything that the report of a release prints, recomputed; nothing where no report is about it. */
  async report(context: RequestContext, releaseId: string): Promise<PrintedReport> {
    const index = await this.frameworks.releaseIndex(context, releaseId);
    const printed = await this.printedOf(context, index);
    const phrases = new Map(reportStatements().map((each) => [printedKey(each), each.phrase]));
    const figures = recomputePrinted(this.compile(index), printed).map((each, place) => ({
      ...each,
      reason: each.agrees ? null : (printed[place]?.reason ?? null),
      phrase: phrases.get(printedKey(each)) ?? null,
    }));
    return { release: index.release, figures };
  }

  compile(index: ReleaseIndex): CompiledRelease {
    const known = this.compiled.get(index);
    if (known !== undefined) return known;
    const compiled = compileRelease(index);
    this.compiled.set(index, compiled);
    return compiled;
  }

  private printedOf(
    context: RequestContext,
    { release: { id, contentHash } }: ReleaseIndex,
  ): Promise<readonly ExplainedFigure[]> {
    const key = `${id}/${contentHash}`;
    return remembered(context, this.printed, key, () => this.reports.ofRelease(context, id));
  }
}

function subjectOf(release: CompiledRelease, name: AnalysisName, code: string | null): FigureEntry | null {
  if (analyses[name].subject !== 'area') return entryOf(release, code);
  const area = release.areas.find((each) => each.code === code);
  return area === undefined ? null : { of: 'area', key: area.code, code: area.code, title: area.name };
}

function entryOf({ ksas, groups }: CompiledRelease, code: string | null): FigureEntry | null {
  const item = [...ksas, ...groups.map((group) => group.item)].find((each) => each.code === code);
  return item === undefined ? null : { of: 'item', key: item.id, code: item.code, title: item.title };
}

function firstRows({ rows, columns, values }: Figure, limit: number | undefined): Figure {
  return { rows: rows.slice(0, limit), columns, values: values.slice(0, limit) };
}

/** Every rule of the question beside the report, and what it gives for the rows that are shown. */
function standings(
  figures: ReadonlyMap<RuleStanding['rule'], Figure>,
  question: AnalysisQuestion,
  shown: Figure,
  printed: readonly ExplainedFigure[],
): RuleStanding[] {
  return [...figures].map(([rule, figure]) => {
    const cells = printedBeside(figure, question, printed);
    const places = new Map(figure.rows.map(({ key }, place) => [key, place]));
    return {
      rule,
      agreeing: cells.filter(({ agrees }) => agrees).length,
      printed: cells.length,
      values: shown.rows.map(({ key }) => {
        const values = figure.values[places.get(key) ?? -1];
        return shown.columns.map((_, column) => values?.[column] ?? null);
      }),
    };
  });
}

/** The reasons are why the report's own rule does not give what is printed; another rule needs none. */
function unexplained(printed: readonly ExplainedFigure[]): ExplainedFigure[] {
  return printed.map((each) => ({ ...each, reason: null }));
}

/** What is printed of rows that are left out keeps no place. */
function besides(
  whole: Figure,
  shown: number,
  question: AnalysisQuestion,
  printed: readonly ExplainedFigure[],
): Analysis['printed'] {
  const reasons = new Map(printed.map((each) => [printedKey(each), each.reason]));
  return printedBeside(whole, question, printed).map((cell) => ({
    ...cell,
    rowAt: cell.rowAt !== null && cell.rowAt < shown ? cell.rowAt : null,
    reason: cell.agrees ? null : (reasons.get(printedKey(cell)) ?? null),
  }));
}
