/**
 * One figure beside the yardstick that was measured in the same run, on the same machine and data. Times move with the
 * machine and with what else it does; the ratio is what to compare.
 */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly yardstick: { readonly name: string; readonly value: number; readonly unit: string } | null;
  /** What the target is about where there is a yardstick; which way round, the target says. */
  readonly ratio: number | null;
  /** In words: `ratio >= 0.8`, `<= 250 ms`. */
  readonly target: string;
  readonly meets: boolean;
  /** How it came about: sizes, distributions, what is not in it. */
  readonly note?: string;
}

/** One file of `measurements/`: what is measured together, since it needs the same data. */
export interface Measure {
  /** The file's name without its ending; `--only` picks by it. */
  readonly name: string;
  run(bench: Bench): Promise<Measurement[]>;
}

export interface Bench {
  /** A tenth of the size. */
  readonly quick: boolean;
  /** The run's embedded PostgreSQL, started by the first that asks; each measurement makes databases of its own. */
  cluster(): Promise<BenchCluster>;
  say(line: string): void;
}

export interface BenchCluster {
  /** An empty database that is brought up to date by the product's migrations; dropped when the run ends. */
  migratedDatabase(name: string): Promise<BenchDatabase>;
}

export interface BenchDatabase {
  readonly name: string;
  /** Whom the API works as: bound by row-level security. */
  readonly appUrl: string;
  /** Owns the tables; row-level security holds for it as well. */
  readonly ownerUrl: string;
  /** A superuser, for filling tables and for yardsticks without row-level security. */
  readonly adminUrl: string;
}
