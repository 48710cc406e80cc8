import type { RequestContext } from '../../apps/api/src/platform/context/request-context.ts';
import type { Services } from './services.ts';

export const ROBOTICS = 'Robotics Technicians';
export const VISION = 'Vision Engineers';
export const PROCESS = 'Process Technicians';

/** The ids of occupations of the current release, by title. */
export async function occupationIds(
  { frameworks }: Services,
  context: RequestContext,
  titles: readonly string[],
): Promise<string[]> {
  const { occupations } = await frameworks.releaseIndex(context);
  return titles.map((title) => occupations.find((occupation) => occupation.title === title)!.id);
}

/** A draft made of occupations of the small release. */
export async function aDraftProfile(
  services: Services,
  context: RequestContext,
  titles: readonly string[] = [ROBOTICS],
) {
  const ids = await occupationIds(services, context, titles);
  return services.profiles.create(context, {
    name: titles.join(' and '),
    description: '',
    occupationIds: ids,
  });
}

export async function aPublishedProfile(
  services: Services,
  context: RequestContext,
  titles: readonly string[] = [ROBOTICS],
) {
  const { id, version } = await aDraftProfile(services, context, titles);
  return services.profiles.publish(context, id, version);
}
