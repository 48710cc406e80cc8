import type {
  AnalysisName,
  AnalysisRule,
  ComparedKsa,
  Figure,
  FigureEntry,
  NearnessRule,
  PrintedCell,
  PrintedFigure,
  Recomputed,
} from '#domain';
import type { Occupation, Release } from '../framework.types.ts';

/** What a report prints; the reason is why it differs from what the release gives, where it does. */
export interface ExplainedFigure extends PrintedFigure {
  readonly reason: string | null;
}

export interface Asking {
  readonly name: AnalysisName;
  /** The report's when none is named. */
  readonly rule?: AnalysisRule | undefined;
  readonly subject?: string | undefined;
  readonly under?: string | undefined;
  /** The most rows. */
  readonly limit?: number | undefined;
}

/** How a rule does beside the report. */
export interface RuleStanding {
  readonly rule: AnalysisRule;
  /** How many of the printed figures it gives, and of how many. */
  readonly agreeing: number;
  readonly printed: number;
  /** What it gives for the same rows and columns; null where it has no such row. */
  readonly values: readonly (readonly (number | null)[])[];
}

export interface Analysis {
  readonly release: Release;
  readonly name: AnalysisName;
  readonly rule: AnalysisRule;
  /** What it is about besides the release. */
  readonly subject: FigureEntry | null;
  readonly under: FigureEntry | null;
  readonly figure: Figure;
  /** Before rows were left out. */
  readonly total: number;
  /** The report's first, the one that is answered by among them. */
  readonly rules: readonly RuleStanding[];
  readonly printed: readonly (PrintedCell & { readonly reason: string | null })[];
}

export interface PrintedReport {
  readonly release: Release;
  readonly figures: readonly (Recomputed & {
    readonly reason: string | null;
    readonly phrase: string | null;
  })[];
}

export interface ComparedOccupations {
  readonly release: Release;
  readonly occupations: readonly [Occupation, Occupation];
  readonly shared: readonly ComparedKsa[];
  readonly onlyFirst: readonly ComparedKsa[];
  readonly onlySecond: readonly ComparedKsa[];
}

export interface NearestOccupations {
  readonly release: Release;
  readonly rule: NearnessRule;
  /** How many KSAs were named, each once. */
  readonly asked: number;
  readonly total: number;
  readonly rows: readonly {
    readonly occupation: Occupation;
    readonly shared: number;
    readonly needed: number;
    readonly nearness: number;
  }[];
}
