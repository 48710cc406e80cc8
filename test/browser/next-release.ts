import type { Client } from '#builders/client';

interface Made {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly frameworkId: string;
  readonly revision: number;
}

interface Item {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** Release "Next" of the framework: drafted, edited, approved by two and published. */
export async function publishNext(
  nobody: Client,
  edit: (curator: Client, coded: (code: string) => Item) => Promise<void>,
): Promise<void> {
  const curator = await nobody.persona('taxonomy-curator');
  const second = await nobody.persona('second-curator');
  const current = (await curator.get<Made[]>('/releases')).find(({ isCurrent }) => isCurrent)!;
  const { body: draft } = await curator.succeed<Made>('POST', '/releases', {
    body: { frameworkId: current.frameworkId, label: 'Next', basedOn: current.id },
  });
  const items = await curator.get<Item[]>(`/releases/${draft.id}/items`);
  await edit(curator, (code) => items.find((item) => item.code === code)!);
  const { body: submitted } = await curator.succeed<Made>('POST', `/releases/${draft.id}/submit`, {
    body: { reason: '' },
  });
  const body = { revision: submitted.revision };
  for (const person of [curator, second])
    await person.succeed('POST', `/releases/${draft.id}/approve`, { body });
  await curator.succeed('POST', `/releases/${draft.id}/publish`, { body });
}
