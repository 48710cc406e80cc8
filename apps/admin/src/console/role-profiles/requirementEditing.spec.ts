import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../providers/records.ts';
import { edited, opened, shareTenths, valuesOf, weightOf, weightSum } from './requirementEditing.ts';

const requirement = (ksaCode: string, change: Partial<Requirement> = {}): Requirement => ({
  id: `1.${ksaCode}`,
  roleProfileId: 'profile',
  ksaId: ksaCode,
  ksaCode,
  title: ksaCode,
  definition: null,
  occupationCount: 12,
  requiredLevel: 3,
  weight: 1,
  critical: false,
  evidence: 'any',
  ...change,
});

const robot = requirement('4.2.06.09');
const lockout = requirement('4.4.02.03', { weight: 3 });

describe('editing requirements', () => {
  it('shows what was typed over what is saved', () => {
    const [row] = edited(opened([robot]), {
      type: 'typed',
      ksaCode: '4.2.06.09',
      change: { requiredLevel: 4 },
    });
    expect(valuesOf(row!)).toMatchObject({ requiredLevel: 4, weight: 1 });
    expect(row!.saved.requiredLevel).toBe(3);
  });

  it('takes from the answer what the server chose, such as the evidence of a critical KSA', () => {
    let rows = edited(opened([robot]), { type: 'typed', ksaCode: '4.2.06.09', change: { critical: true } });
    rows = edited(rows, {
      type: 'saved',
      ksaCode: '4.2.06.09',
      sent: { critical: true },
      answer: { ...robot, critical: true, evidence: 'observed' },
    });
    expect(valuesOf(rows[0]!)).toMatchObject({ critical: true, evidence: 'observed' });
    expect(rows[0]!.typed).toEqual({});
  });

  it('keeps what was typed while the request was away', () => {
    let rows = edited(opened([robot]), { type: 'typed', ksaCode: '4.2.06.09', change: { weight: 2 } });
    rows = edited(rows, { type: 'typed', ksaCode: '4.2.06.09', change: { weight: 25 } });
    rows = edited(rows, {
      type: 'saved',
      ksaCode: '4.2.06.09',
      sent: { weight: 2 },
      answer: { ...robot, weight: 2 },
    });
    expect(rows[0]!.typed).toEqual({ weight: 25 });
  });

  it('keeps what was typed when it is refused, with the reason', () => {
    let rows = edited(opened([robot]), { type: 'typed', ksaCode: '4.2.06.09', change: { weight: 2 } });
    rows = edited(rows, { type: 'failed', ksaCode: '4.2.06.09', problem: 'The server cannot be reached.' });
    expect(rows[0]).toMatchObject({
      typed: { weight: 2 },
      state: 'failed',
      problem: 'The server cannot be reached.',
    });
  });

  it('asks which is to hold when somebody else saved first, and moves the other rows to theirs', () => {
    let rows = edited(opened([robot, lockout]), {
      type: 'typed',
      ksaCode: '4.2.06.09',
      change: { requiredLevel: 4 },
    });
    rows = edited(rows, {
      type: 'read',
      requirements: [requirement('4.2.06.09', { requiredLevel: 2 }), requirement('4.4.02.03', { weight: 9 })],
    });
    expect(rows[0]).toMatchObject({
      state: 'overtaken',
      typed: { requiredLevel: 4 },
      saved: { requiredLevel: 2 },
    });
    expect(rows[1]).toMatchObject({ state: 'saved', saved: { weight: 9 } });
    rows = edited(rows, { type: 'theirs-taken', ksaCode: '4.2.06.09' });
    expect(valuesOf(rows[0]!).requiredLevel).toBe(2);
  });

  it('previews the shares from what is typed, rounded down', () => {
    const rows = opened([
      requirement('a', { weight: 1 }),
      requirement('b', { weight: 1 }),
      requirement('c', { weight: 1 }),
    ]);
    expect(weightSum(rows)).toBe(3);
    expect(shareTenths(1, rows)).toBe(333);
    const heavier = edited(rows, { type: 'typed', ksaCode: 'a', change: { weight: 2 } });
    expect(shareTenths(2, heavier)).toBe(500);
  });

  it('takes a weight of 1 to 100 and nothing else', () => {
    expect(['1', ' 100 ', '0', '101', '1.5', '', 'x'].map(weightOf)).toEqual([
      1,
      100,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
