/**
 * What a recommendation may still do, in looks at a candidate. Work is counted, not timed: the same input gives the
 * same answer on any machine.
 */
export interface Effort {
  left: number;
}
