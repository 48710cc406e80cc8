import { describe, expect, it } from '@jest/globals';
import { takenOver } from './goneModel.ts';
import {
  itemFormOf,
  itemToSend,
  newOwnItem,
  newOwnOccupation,
  occupationFormOf,
  occupationToSend,
} from './ownModel.ts';

const task = {
  ...{ id: '1', kind: 'task' as const, code: 'own.1', title: 'DMU 50', definition: null, isRetired: false },
  ...{ under: { id: 'l', code: '4.2', title: 'Operations' }, document: 'WI-114', documentRevision: null },
  ksas: [{ ksaCode: '4.2.06.09', title: 'Robots' }],
  ...{ goneKsas: [], lostUnder: null, openProposalId: null },
};

describe('the form of what is own', () => {
  it('shows a record as it is, and sends the same again', () => {
    expect(itemToSend(itemFormOf(task))).toEqual({
      ...{ title: 'DMU 50', definition: null, under: 'l', document: 'WI-114', documentRevision: null },
      ...{ ksaCodes: ['4.2.06.09'], keptGoneKsas: [] },
    });
    const occupation = { id: '1', title: 'Bonder', technologyArea: 'materials', roleFamily: null };
    const { ksas, goneKsas } = task;
    expect(
      occupationToSend(occupationFormOf({ ...occupation, definition: 'Bonds.', ksas, goneKsas })),
    ).toEqual({
      ...{ title: 'Bonder', technologyArea: 'materials', roleFamily: null, definition: 'Bonds.' },
      ...{ ksaCodes: ['4.2.06.09'], keptGoneKsas: [] },
    });
  });

  it('says of a KSA nothing that is said of a task alone', () => {
    const form = { ...newOwnItem, title: 'House rules', document: 'WI-1', ksaCodes: ['4.2.06.09'] };
    expect(itemToSend(form)).toEqual({
      ...{ title: 'House rules', definition: null, under: null, document: null, documentRevision: null },
      ksaCodes: [],
    });
    expect(occupationToSend(newOwnOccupation)).toMatchObject({ roleFamily: null, ksaCodes: [] });
  });

  it('keeps what is gone until it is taken over, and then only what became of it', () => {
    const vision = { ksaCode: '4.2.06.10', title: 'Vision' };
    const robots = { ...task.ksas[0]!, lineage: 'r', became: 'merged' as const };
    const place = { id: 'p', code: '4.3', title: 'Cells' };
    const own = {
      ...{ ...task, under: null, goneKsas: [{ ...robots, into: [vision] }], ksas: [vision] },
      lostUnder: { code: '4.2', title: 'Operations', became: 'retired' as const, into: [place] },
    };
    const form = itemFormOf(own);
    expect(itemToSend(form)).not.toHaveProperty('under');
    expect(itemToSend(form)).toMatchObject({ ksaCodes: ['4.2.06.10'], keptGoneKsas: ['r'] });
    expect(itemToSend({ ...form, under: 'x' })).toMatchObject({ under: 'x' });
    const taken = { ...form, ...takenOver(own, form) };
    expect(itemToSend(taken)).toMatchObject({ under: 'p', ksaCodes: ['4.2.06.10'], keptGoneKsas: [] });
    // Nothing takes the place: under none.
    const none = { ...own, lostUnder: { ...own.lostUnder, into: [] } };
    expect(itemToSend({ ...form, ...takenOver(none, form) })).toMatchObject({ under: null });
    expect(takenOver(own, { ...form, under: 'x' })).toMatchObject({ under: 'x' });
  });
});
