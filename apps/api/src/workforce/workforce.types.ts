export interface Worker {
  readonly id: string;
  readonly workerNo: number;
  readonly name: string;
  readonly jobTitle: string;
  /** The newest rating's `seq`; 0 before the first. */
  readonly inputVersion: number;
  readonly version: number;
}
