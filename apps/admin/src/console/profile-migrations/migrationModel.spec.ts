import { describe, expect, it } from '@jest/globals';
import type { MigrationDecision, ProfileMigration } from '../providers/records.ts';
import {
  isAsProposed,
  isDecided,
  keptSteps,
  openSteps,
  proposedDecisions,
  withDecision,
  withPart,
  withPartChanged,
} from './migrationModel.ts';

const ksa = (lineage: string) => ({ lineage, ksaCode: lineage, title: lineage, definition: null });
const asked = (lineage: string) => ({
  ...ksa(lineage),
  ...{ requiredLevel: 2, weight: 3, critical: false, evidence: 'any' as const },
});
const part = (lineage: string, weight: number) => ({ lineage, requiredLevel: 2, weight });
const split = {
  kind: 'split' as const,
  before: asked('a'),
  parts: [ksa('b'), ksa('c')],
  proposal: { kind: 'split' as const, lineage: 'a', parts: [part('b', 2), part('c', 1)] },
};
const retired = {
  kind: 'retired' as const,
  before: asked('d'),
  replacements: [],
  proposal: { kind: 'retired' as const, lineage: 'd', replacedBy: [] },
};
const migration: ProfileMigration = {
  ...{ roleProfileId: '1', name: 'Cell', hasDraft: false, undo: null },
  ...{ from: { id: '1', label: '1' }, to: { id: '2', label: '2' } },
  counts: { kept: 1, split: 1, merged: 0, retired: 1 },
  steps: [{ kind: 'kept', before: asked('e'), after: ksa('e'), changes: [] }, split, retired],
};

describe('the decisions of a migration', () => {
  it('begin as what is proposed, one for each step that is not kept', () => {
    expect(openSteps(migration)).toEqual([split, retired]);
    expect(keptSteps(migration)).toHaveLength(1);
    expect(proposedDecisions(migration)).toEqual([split.proposal, retired.proposal]);
  });

  it('take a part away and back in its place, as it was proposed', () => {
    const without = withPart(split, split.proposal, 'b');
    expect(without.parts).toEqual([part('c', 1)]);
    expect(withPart(split, without, 'b')).toEqual(split.proposal);
    expect(isAsProposed(migration, [without, retired.proposal])).toBe(false);
    expect(isAsProposed(migration, [withPart(split, without, 'b'), retired.proposal])).toBe(true);
    const none = withPart(split, without, 'c');
    expect([isDecided(without), isDecided(none), isDecided(retired.proposal)]).toEqual([true, false, true]);
  });

  it('change what they say of one part, and of one step', () => {
    const changed = withPartChanged(split.proposal, 'c', { weight: 9 });
    expect(changed.parts).toEqual([part('b', 2), part('c', 9)]);
    const decisions: MigrationDecision[] = proposedDecisions(migration);
    expect(withDecision(decisions, changed)).toEqual([changed, retired.proposal]);
  });
});
