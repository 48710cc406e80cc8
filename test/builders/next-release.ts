import type { INestApplicationContext } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { FrameworksService, type Item } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { DraftsService } from '../../apps/api/src/frameworks/curation/drafts.service.ts';
import { ItemEditingService } from '../../apps/api/src/frameworks/curation/item-editing.service.ts';
import { OccupationEditingService } from '../../apps/api/src/frameworks/curation/occupation-editing.service.ts';
import { PublishingService } from '../../apps/api/src/frameworks/review/publishing.service.ts';

/** A draft under its curator's hands. */
interface Drafting {
  readonly draft: string;
  readonly curator: RequestContext;
  readonly items: ItemEditingService;
  readonly occupations: OccupationEditingService;
  readonly frameworks: FrameworksService;
  readonly coded: (code: string) => Promise<Item>;
}

export const NO_WORDS = { definition: null, definitionSource: null, provisional: false };

const curating = (context: RequestContext, name: string): RequestContext => ({
  ...context,
  actor: { ...context.actor, userId: uuidv7(), name, roles: ['taxonomy-curator'] },
});

/** A draft of a release, edited and left as it is. */
async function aDraftOf(
  application: INestApplicationContext,
  context: RequestContext,
  basedOn: string,
  edit: (drafting: Drafting) => Promise<void>,
): Promise<Drafting> {
  const of = <Service>(type: new (...given: never[]) => Service): Service =>
    application.get(type, { strict: false });
  const curator = curating(context, 'Noor');
  const frameworks = of(FrameworksService);
  const { frameworkId } = await frameworks.release(curator, basedOn);
  const { id } = await of(DraftsService).create(curator, { frameworkId, label: uuidv7(), basedOn });
  const coded = async (code: string): Promise<Item> => {
    const { items } = await frameworks.releaseIndex(curator, id);
    const item = items.find((each) => each.code === code);
    if (item === undefined) throw new Error(`The draft has no ${code}.`);
    return item;
  };
  const drafting = {
    ...{ draft: id, curator, frameworks, coded },
    ...{ items: of(ItemEditingService), occupations: of(OccupationEditingService) },
  };
  await edit(drafting);
  return drafting;
}

/** The next release: drafted, edited, approved by two and published. Gives its id. */
export async function theNextRelease(
  application: INestApplicationContext,
  context: RequestContext,
  basedOn: string,
  edit: (drafting: Drafting) => Promise<void>,
): Promise<string> {
  const { draft, curator } = await aDraftOf(application, context, basedOn, edit);
  const publishing = application.get(PublishingService, { strict: false });
  const { revision } = await application.get(DraftsService, { strict: false }).submit(curator, draft, '');
  for (const person of [curator, curating(context, 'Imre')])
    await publishing.approve(person, draft, revision);
  return (await publishing.publish(curator, draft, { revision, leavesOut: [] })).id;
}
