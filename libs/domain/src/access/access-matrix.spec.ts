import { describe, expect, test } from '@jest/globals';
import { accessMatrix, permissionsOf, scopeOf } from './access-matrix.ts';
import { isPermission, permissions } from './permissions.ts';
import { isRole, roles, type Role } from './roles.ts';

describe('the access matrix', () => {
  test('has a row for every permission and no other', () => {
    expect(Object.keys(accessMatrix)).toEqual([...permissions]);
  });

  test('denies someone without a role everything', () => {
    expect(permissionsOf([])).toEqual([]);
    expect(permissions.map((permission) => scopeOf([], permission))).toEqual(permissions.map(() => null));
  });

  test('gives a worker only what is the worker’s own, and the scale that everyone reads', () => {
    const beyondOwn = permissions.filter((permission) => scopeOf(['worker'], permission) === 'all');
    expect(beyondOwn).toEqual(['proficiency-scale.read']);
    expect(permissionsOf(['worker'])).toEqual([
      'proficiency-scale.read',
      'assessments.read',
      'assessments.answer',
      'gap-scores.read',
      'training.read',
      'career-paths.read',
      'events.read',
      'me.read',
    ]);
  });

  test('lets nobody answer for another', () => {
    expect(accessMatrix['assessments.answer']).toEqual({ worker: 'own' });
  });

  test('lets assessors and employer administrators review, and nobody else', () => {
    const reviewers = roles.filter((role) => scopeOf([role], 'assessments.review') !== null);
    expect(reviewers).toEqual(['employer-administrator', 'assessor']);
  });

  test('lets an assessor edit nothing', () => {
    expect(permissionsOf(['assessor']).filter((permission) => permission.endsWith('.edit'))).toEqual([]);
  });

  test('keeps the platform’s people out of every organisation’s workers, roles, assessments and scores', () => {
    const theirs = permissions.filter((permission) =>
      /^(workers|role-profiles|role-assignments|assessments|gap-scores|training)\./.test(permission),
    );
    for (const role of ['platform-administrator', 'taxonomy-curator'] satisfies Role[]) {
      expect(theirs.filter((permission) => scopeOf([role], permission) !== null)).toEqual([]);
    }
  });

  test('keeps organisations to the platform administrator', () => {
    for (const permission of ['organisations.read', 'organisations.create'] as const) {
      expect(roles.filter((role) => scopeOf([role], permission) !== null)).toEqual([
        'platform-administrator',
      ]);
    }
  });

  test('takes the widest scope of several roles, in any order', () => {
    expect(scopeOf(['worker', 'assessor'], 'gap-scores.read')).toBe('all');
    expect(scopeOf(['assessor', 'worker'], 'gap-scores.read')).toBe('all');
    expect(scopeOf(['assessor', 'worker'], 'assessments.answer')).toBe('own');
  });

  test('knows its own words only', () => {
    expect(['worker', 'Worker', 'toString', ''].map(isRole)).toEqual([true, false, false, false]);
    expect(['workers.read', 'workers.*', 'constructor'].map(isPermission)).toEqual([true, false, false]);
  });
});
