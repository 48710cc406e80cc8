import { describe, expect, it } from '@jest/globals';
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
};

describe('the form of what is own', () => {
  it('shows a record as it is, and sends the same again', () => {
    expect(itemToSend(itemFormOf(task))).toEqual({
      ...{ title: 'DMU 50', definition: null, under: 'l', document: 'WI-114', documentRevision: null },
      ksaCodes: ['4.2.06.09'],
    });
    const occupation = { id: '1', title: 'Bonder', technologyArea: 'materials', roleFamily: null };
    expect(
      occupationToSend(occupationFormOf({ ...occupation, definition: 'Bonds.', ksas: task.ksas })),
    ).toEqual({
      ...{ title: 'Bonder', technologyArea: 'materials', roleFamily: null, definition: 'Bonds.' },
      ksaCodes: ['4.2.06.09'],
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
});
