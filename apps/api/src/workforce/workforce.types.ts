export interface Worker {
  readonly id: string;
  readonly workerNo: number;
  readonly name: string;
  readonly jobTitle: string;
  /** The team's number; null: in none. */
  readonly teamNo: number | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  /** The newest rating's `seq`; 0 before the first. */
  readonly inputVersion: number;
  readonly version: number;
}
