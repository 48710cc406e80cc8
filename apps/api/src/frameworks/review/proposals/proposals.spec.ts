import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { Role } from '#domain';
import { FrameworksModule } from '../../frameworks.module.ts';
import { FrameworksService } from '../../frameworks.service.ts';
import type { RequestContext } from '#platform/context/request-context';
import { ChangeLogService } from '../../curation/change-log.service.ts';
import { DraftsService } from '../../curation/drafts.service.ts';
import {
  decideProposalDto,
  proposalsQuery,
  toProposalDetailDto,
  toProposalDto,
  writeProposalDto,
} from './dto/proposal.dto.ts';
import { ProposalsService } from './proposals.service.ts';

const MISSING = { kind: 'proposal', title: 'Gripper design', says: 'Every cell of ours has one.' } as const;

describe('comments and proposals', () => {
  let application: INestApplicationContext;
  let frameworks: FrameworksService;
  let drafts: DraftsService;
  let proposals: ProposalsService;
  let employer: RequestContext;
  let colleague: RequestContext;
  let other: RequestContext;
  let curator: RequestContext;
  let release: string;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    frameworks = application.get(FrameworksService, { strict: false });
    drafts = application.get(DraftsService, { strict: false });
    proposals = application.get(ProposalsService, { strict: false });
    release = await loadRelease(await someReleaseFiles());
    const person = (organisation: RequestContext, name: string, role: Role) => ({
      ...organisation,
      actor: { ...organisation.actor, userId: uuidv7(), name, roles: [role] },
    });
    const drives = await aTenant('Example Drives');
    employer = person(drives, 'Dana', 'employer-administrator');
    colleague = person(drives, 'Ruben', 'assessor');
    other = person(await aTenant('Other Gears'), 'Olga', 'employer-administrator');
    curator = person(await aTenant('Platform'), 'Noor', 'taxonomy-curator');
  });
  afterAll(() => endApplication(application));

  const coded = async (code: string, releaseId = release) =>
    (await frameworks.releaseIndex(curator, releaseId)).items.find((item) => item.code === code)!;
  const write = (context: RequestContext, body: object) =>
    proposals.write(context, writeProposalDto.parse(body));
  const decide = (context: RequestContext, id: string, body: object) =>
    proposals.decide(context, id, decideProposalDto.parse(body));
  const list = async (context: RequestContext, filter: object = {}) => {
    const query = proposalsQuery.parse({ filter: JSON.stringify(filter), sort: '["createdAt","DESC"]' });
    return (await proposals.list(context, query)).rows.map((row) => toProposalDto(row, context));
  };
  const ids = async (context: RequestContext, filter?: object) =>
    (await list(context, filter)).map(({ id }) => id);

  it('are seen by the organisation that wrote them and by curators, and by nobody else', async () => {
    const { id: itemId, lineage } = await coded('4.2.06.09');
    const { proposal } = await write(employer, { kind: 'comment', itemId, says: 'Which robots?' });
    for (const who of [employer, colleague, curator])
      expect(await ids(who, { lineage })).toContain(proposal.id);
    expect(await ids(other)).toEqual([]);
    for (const attempt of [
      proposals.one(other, proposal.id),
      proposals.reply(other, proposal.id, 'Mine'),
      proposals.withdraw(other, proposal.id),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'proposal-not-found' });
    expect(await ids(colleague, { mine: true })).toEqual([]);
    expect(await ids(employer, { mine: true })).toContain(proposal.id);
  });

  it('name whom they come from when the author agrees, and nobody when not', async () => {
    const named = await write(employer, { ...MISSING, releaseId: release });
    const unnamed = await write(employer, { ...MISSING, releaseId: release, named: false });
    await proposals.reply(employer, unnamed.proposal.id, 'Soon, please.');
    await proposals.reply(curator, unnamed.proposal.id, 'How many?');
    const seen = await list(curator);
    const authorOf = (id: string) => seen.find((each) => each.id === id)?.author;
    expect(authorOf(named.proposal.id)).toEqual({ name: 'Dana', organisation: 'Example Drives' });
    expect(authorOf(unnamed.proposal.id)).toBeNull();
    const answers = async (who: RequestContext) =>
      toProposalDetailDto(await proposals.one(who, unnamed.proposal.id), who).replies.map(
        ({ author, byCurator }) => [author, byCurator],
      );
    expect(await answers(curator)).toEqual([
      [null, false],
      ['Noor', true],
    ]);
    expect(await answers(employer)).toEqual([
      ['Dana', false],
      ['Noor', true],
    ]);
    await proposals.withdraw(employer, unnamed.proposal.id);
    const withdrawn = toProposalDto((await proposals.one(curator, unnamed.proposal.id)).proposal, curator);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', decision: { by: '' } });
    expect(JSON.stringify([seen.find(({ id }) => id === unnamed.proposal.id), withdrawn])).not.toMatch(
      /Dana|Example Drives/,
    );
  });

  it('leave nothing that the author wrote in the log that everybody reads', async () => {
    const parentId = (await coded('4.2.06')).id;
    const { proposal } = await write(employer, {
      ...MISSING,
      parentId,
      says: 'Line 4 needs it',
      named: false,
    });
    const { frameworkId } = await frameworks.release(curator, release);
    const draft = await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: release });
    const there = (await coded('4.2.06', draft.id)).id;
    const add = { releaseId: draft.id, parentId: there, title: MISSING.title };
    await decide(curator, proposal.id, { state: 'accepted', add });
    const log = application.get(ChangeLogService, { strict: false });
    const { rows } = await log.ofRelease(curator, draft.id, { limit: 10, offset: 0, filter: {} });
    expect(rows[0]).toMatchObject({ action: 'added', reason: '' });
    expect(JSON.stringify(rows)).not.toMatch(/Line 4|Dana|Example Drives/);
  });

  it('are open again when the draft that they were accepted into is discarded', async () => {
    const parentId = (await coded('4.2.06')).id;
    const { proposal } = await write(employer, { ...MISSING, parentId });
    const { frameworkId } = await frameworks.release(curator, release);
    const draft = await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: release });
    const there = (await coded('4.2.06', draft.id)).id;
    const add = { releaseId: draft.id, parentId: there, title: MISSING.title };
    await decide(curator, proposal.id, { state: 'accepted', add });
    await drafts.discard(curator, draft.id, '');
    expect((await proposals.one(employer, proposal.id)).proposal).toMatchObject({
      ...{ state: 'open', madeItemId: null },
    });
    expect((await proposals.withdraw(employer, proposal.id)).proposal.state).toBe('withdrawn');
  });

  it('are accepted with the item added to a draft, or not at all', async () => {
    const { id: parentId } = await coded('4.2.06');
    const { proposal } = await write(employer, { ...MISSING, parentId });
    expect(proposal).toMatchObject({ isNewItem: true, itemCode: '4.2.06', state: 'open' });
    const { frameworkId } = await frameworks.release(curator, release);
    const draft = await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: release });
    const add = { releaseId: draft.id, parentId, title: MISSING.title };
    await expect(decide(curator, proposal.id, { state: 'accepted', add })).rejects.toMatchObject({
      code: 'of-another-release',
    });
    expect((await proposals.one(employer, proposal.id)).proposal.state).toBe('open');
    const there = (await coded('4.2.06', draft.id)).id;
    const accepted = await decide(curator, proposal.id, {
      ...{ state: 'accepted', why: 'Many ask for it', add: { ...add, parentId: there } },
    });
    const made = await coded('4.2.06.11', draft.id);
    expect(made).toMatchObject({ title: MISSING.title });
    expect(accepted.proposal).toMatchObject({
      madeItemId: made.id,
      decidedBy: 'Noor',
      decidedWhy: 'Many ask for it',
    });
    await expect(decide(curator, proposal.id, { state: 'declined' })).rejects.toMatchObject({
      code: 'proposal-closed',
    });
    await expect(proposals.withdraw(employer, proposal.id)).rejects.toMatchObject({
      code: 'proposal-closed',
    });
  });

  it('are withdrawn by who wrote them alone, and add nothing when they are declined', async () => {
    const { proposal } = await write(employer, { ...MISSING, releaseId: release });
    for (const who of [colleague, curator])
      await expect(proposals.withdraw(who, proposal.id)).rejects.toMatchObject({
        code: 'proposal-not-yours',
      });
    const add = { releaseId: release, parentId: null, title: 'X' };
    await expect(decide(curator, proposal.id, { state: 'declined', add })).rejects.toMatchObject({
      code: 'nothing-to-add',
    });
    await decide(curator, proposal.id, { state: 'declined', why: 'It is 4.2.06.09' });
    expect(await ids(employer, { state: ['declined'], mine: true })).toEqual([proposal.id]);
  });

  it('say what they are about: an item, or one that is missing and where', async () => {
    const { id: itemId } = await coded('4.2.06.09');
    const wrong = (body: object) => writeProposalDto.safeParse(body).error?.issues.map(({ path }) => path[0]);
    expect(wrong({ kind: 'comment', releaseId: release, says: 'x' })).toContain('itemId');
    expect(wrong({ kind: 'proposal', releaseId: release, says: 'x' })).toEqual(['title']);
    expect(wrong({ kind: 'proposal', releaseId: release, itemId, title: 'x', says: 'x' })).toEqual([
      'itemId',
    ]);
    expect(wrong({ kind: 'comment', itemId, title: 'x', says: 'x' })).toEqual(['title']);
    const changed = await write(employer, {
      kind: 'proposal',
      itemId,
      title: 'Robot teaching',
      says: 'Clearer',
    });
    expect(changed.proposal).toMatchObject({ isNewItem: false, itemTitle: 'Robot programming' });
    const { frameworkId } = await frameworks.release(curator, release);
    const draft = await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn: release });
    const hidden = (await coded('4.2.06.09', draft.id)).id;
    await expect(write(employer, { kind: 'comment', itemId: hidden, says: 'x' })).rejects.toMatchObject({
      code: 'item-not-found',
    });
  });
});
