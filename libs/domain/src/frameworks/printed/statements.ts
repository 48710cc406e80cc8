import type { Statement } from './statement.ts';
import { AREA_STATEMENTS } from './statements-areas.ts';
import { OVERVIEW_STATEMENTS } from './statements-overview.ts';

/** Every number about the framework in the running text of NIST AMS 600-20, with the rule by which it is counted. */
export const reportStatements = (): readonly Statement[] => [...OVERVIEW_STATEMENTS, ...AREA_STATEMENTS];
