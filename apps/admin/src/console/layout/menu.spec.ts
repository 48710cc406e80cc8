import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type Role } from '#domain';
import { firstDoor, mayUseConsole, menuFor } from './menu.ts';

const permissions = (...roles: Role[]): ReadonlySet<string> => new Set(permissionsOf(roles));
const doorsOf = (...roles: Role[]) =>
  menuFor(permissions(...roles)).flatMap((group) => group.items.map((item) => item.to));

describe('the menu', () => {
  it('begins for an employer with the overview, then roles, people, training', () => {
    expect(doorsOf('employer-administrator')).toEqual([
      '/',
      '/role-profiles',
      '/occupations',
      '/framework',
      '/own-items',
      '/releases',
      '/proposals',
      '/analysis',
      '/crosswalks',
      '/workers',
      '/teams',
      '/assessments',
      '/gap-scores',
      '/qualifications',
      '/rating-policy',
      '/programmes',
      '/programme-sessions',
      '/training-plans',
      '/what-if',
      '/users',
      '/jobs',
    ]);
  });

  it('begins for an assessor with what waits for review, and has no training', () => {
    const doors = doorsOf('assessor');
    expect(doors[0]).toBe('/assessments');
    expect(doors).not.toContain('/programmes');
  });

  it('begins for a platform administrator with the organisations, for a curator with the framework', () => {
    expect(firstDoor(permissions('platform-administrator'))).toBe('/organisations');
    expect(firstDoor(permissions('taxonomy-curator'))).toBe('/framework');
  });

  it('is not for someone who is a worker and nothing else', () => {
    expect(mayUseConsole(permissions('worker'))).toBe(false);
    expect(mayUseConsole(permissions('worker', 'assessor'))).toBe(true);
  });
});
