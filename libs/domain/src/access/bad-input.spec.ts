import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { permissionsOf, scopeOf } from './access-matrix.ts';
import { rolesGivenBy } from './role-giving.ts';

await describeBadInput(['access'], {
  rolesGivenBy: ask(() => [['employer-administrator']]),
  isRole: ask(() => ['worker']),
  isPermission: ask(() => ['workers.read']),
  permissionsOf: ask(() => [['assessor']]),
  scopeOf: ask(() => [['assessor'], 'workers.read']),
});

describe('whatever is no role and no permission', () => {
  test.each<unknown>([null, undefined, 'assessor', [null], ['constructor'], [['assessor']], [{}], {}])(
    '%p opens nothing',
    (roles) => {
      expect(permissionsOf(roles as never)).toEqual([]);
      expect(rolesGivenBy(roles as never)).toEqual([]);
    },
  );

  test.each<unknown>([null, 'constructor', 'workers', ['workers.read'], {}])(
    '%p is granted to nobody',
    (what) => {
      expect(scopeOf(['employer-administrator'], what as never)).toBeNull();
    },
  );
});
