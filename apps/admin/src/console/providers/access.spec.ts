import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '#domain';
import { mayDo } from './access.ts';

const employer = new Set<string>(permissionsOf(['employer-administrator']));
const assessor = new Set<string>(permissionsOf(['assessor']));

describe('access to a screen', () => {
  it('asks for the permission of the area that owns the resource', () => {
    expect(mayDo(employer, 'requirements', 'edit')).toBe(true);
    expect(mayDo(assessor, 'requirements', 'edit')).toBe(false);
    expect(mayDo(assessor, 'occupations', 'list')).toBe(true);
  });

  it('lets an assessor review, and not see the training', () => {
    expect(mayDo(assessor, 'assessments', 'review')).toBe(true);
    expect(mayDo(assessor, 'recommendations', 'show')).toBe(false);
  });

  it('lets only the platform create organisations', () => {
    expect(mayDo(new Set(permissionsOf(['platform-administrator'])), 'organisations', 'create')).toBe(true);
    expect(mayDo(employer, 'organisations', 'create')).toBe(false);
  });

  it('opens a list below a record by the record’s own door', () => {
    expect(mayDo(employer, 'training-plans/7/places', 'list')).toBe(true);
    expect(mayDo(assessor, 'training-plans/7/places', 'list')).toBe(false);
  });

  it('shuts what it does not know', () => {
    expect(mayDo(employer, 'secrets', 'list')).toBe(false);
    expect(mayDo(employer, 'workers', 'explode')).toBe(false);
  });
});
