import { scopeOf } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import type { Release } from './framework.types.ts';
import type { FrameworksService } from './frameworks.service.ts';

/** What everybody may see and build on, and what never changes again; the rest only curators see. */
export const isPublic = ({ state }: Pick<Release, 'state'>): boolean =>
  state === 'published' || state === 'retired';

export const curates = ({ actor }: RequestContext): boolean =>
  scopeOf(actor.roles, 'framework.curate') !== null;

/** How good a release is to word an item by: one that is not settled yet only when no other has the item. */
const PRECEDENCE: Readonly<Record<Release['state'], number>> = {
  published: 0,
  retired: 1,
  'in-review': 2,
  draft: 3,
  discarded: 4,
};

/** The ids of the releases that the caller may see, the one to word an item by first. */
export async function visibleReleases(
  context: RequestContext,
  frameworks: FrameworksService,
): Promise<readonly string[]> {
  const releases = await frameworks.releases(context);
  return releases
    .toSorted((left, right) => PRECEDENCE[left.state] - PRECEDENCE[right.state])
    .map(({ id }) => id);
}
