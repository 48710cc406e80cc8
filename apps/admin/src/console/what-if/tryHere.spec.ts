import { describe, expect, it } from '@jest/globals';
import type { WhatIfLevels } from '../providers/records.ts';
import { tryHere } from './tryHere.ts';

const base64 = (...levels: number[]) => Buffer.from(Int8Array.from(levels).buffer).toString('base64');

/** Sensors at 2, weight 3; robots at 3, critical, observed. Ana 1 and 2; Bo not assessed and 3, seen by somebody. */
const READ: WhatIfLevels = {
  asOf: '2026-03-01',
  policy: { version: 1, name: 'most-trusted' },
  scale: { maxLevel: 4, levels: [] },
  complete: true,
  roleProfile: { id: 'cell', name: 'Cell', version: 1 },
  requirements: [
    {
      ...{ ksaCode: '4.2.06.2', title: 'Sensors', requiredLevel: 2, weight: 3, critical: false },
      ...{ evidence: 'any', evidenceChosen: false },
    },
    {
      ...{ ksaCode: '4.2.06.09', title: 'Robots', requiredLevel: 3, weight: 1, critical: true },
      ...{ evidence: 'observed', evidenceChosen: false },
    },
  ],
  workers: { id: ['ana', 'bo'], name: ['Ana', 'Bo'] },
  levels: { any: base64(1, 2, -1, 3), observed: base64(1, 2, -1, 3), certified: base64(-1, 2, -1, -1) },
};

describe('a try in the page', () => {
  // L = 12 over 48. Ana 18 + 8, Bo 0 to 36 + 12. With robots at 2, not critical: 18 + 12 and 12 to 48.
  it('answers as the API does to other levels', () => {
    const change = { ksaCode: '4.2.06.09', requiredLevel: 2, critical: false };
    const answer = tryHere(READ, [change], new Set());
    expect(answer).toMatchObject({
      before: {
        ...{ members: 2, qualified: { yes: 1, no: 1, notYetKnown: 0 } },
        mean: { low: { numerator: '19', denominator: '48' }, high: { numerator: '37', denominator: '48' } },
      },
      after: {
        ...{ members: 2, qualified: { yes: 2, no: 0, notYetKnown: 0 } },
        mean: { low: { numerator: '7', denominator: '16' } },
      },
      cover: [{ title: 'Robots', before: { met: 1 }, after: { met: 2 } }],
      changed: {
        total: 1,
        scores: [
          { worker: { id: 'ana', name: 'Ana' }, before: { low: 26 }, after: { low: 30, qualified: 'yes' } },
        ],
      },
    });
  });

  it('leaves out who leaves, and says what nobody is left for', () => {
    const answer = tryHere(READ, [], new Set(['bo']));
    expect(answer).toMatchObject({
      ...{ before: { members: 2 }, after: { members: 1, qualified: { yes: 0, no: 1 } } },
      cover: [
        { title: 'Sensors' },
        { title: 'Robots', newlyZeroCover: true, after: { required: 1, met: 0 } },
      ],
    });
    expect(tryHere(READ, [], new Set(['ana', 'bo']))).toMatchObject({
      after: { members: 0, mean: null },
      roleProfiles: [{ after: null }],
    });
  });

  it('refuses what the domain refuses', () => {
    const all = READ.requirements.map(({ ksaCode }) => ({ ksaCode, removed: true }));
    expect(() => tryHere(READ, all, new Set())).toThrow('A role profile without requirements');
    expect(() => tryHere(READ, [{ ksaCode: '4.2.06.2', weight: 0 }], new Set())).toThrow(
      'The weight of KSA 4.2.06.2',
    );
  });
});
