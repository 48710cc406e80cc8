import { describe, expect, test } from '@jest/globals';
import { rolesGivenBy } from './role-giving.ts';
import { roles } from './roles.ts';

describe('giving roles', () => {
  test('an employer administrator gives the roles of an employer, a platform administrator those of the platform', () => {
    expect(rolesGivenBy(['employer-administrator'])).toEqual(['employer-administrator', 'assessor']);
    expect(rolesGivenBy(['platform-administrator'])).toEqual(['platform-administrator', 'taxonomy-curator']);
  });

  test('someone with both gives both, and nobody else gives any', () => {
    expect(rolesGivenBy(['employer-administrator', 'platform-administrator'])).toHaveLength(4);
    expect(rolesGivenBy(['assessor', 'worker', 'taxonomy-curator'])).toEqual([]);
  });

  test('nobody gives the role of a worker: it comes with the worker', () => {
    expect(rolesGivenBy(roles)).not.toContain('worker');
  });
});
