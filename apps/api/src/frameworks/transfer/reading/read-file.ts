import type { FrameworkHead, ReleaseHead } from '#domain';

/** What a file says of itself; a table made by hand may say nothing. */
export interface ReadHead extends Partial<ReleaseHead> {
  readonly framework?: FrameworkHead;
}

/** More rows than any framework has; what takes longer than a request may is refused before it does. */
export const MOST_ROWS = 200_000;
