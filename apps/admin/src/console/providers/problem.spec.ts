import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.ts';
import { asFormRefusal, fieldErrors, formErrorsOf, preconditionFailed } from './problem.ts';

describe('a refusal of the API', () => {
  it('puts each fault at the field its pointer names, the first one of a field winning', () => {
    expect(
      fieldErrors([
        { pointer: '/name', detail: 'Give the role profile a name.' },
        { pointer: '/occupationIds/1', detail: 'There is no such occupation.' },
        { pointer: '/name', detail: 'And a better one.' },
      ]),
    ).toEqual({ name: 'Give the role profile a name.', occupationIds: 'There is no such occupation.' });
  });

  it('has no field errors when no pointer names a field', () => {
    expect(fieldErrors([{ pointer: '', detail: 'Already published.' }])).toBeUndefined();
  });

  it('reaches a form with its status and its field errors', () => {
    const problem = new ApiProblem(422, 'urn:problem:invalid', 'Not valid', '', [
      { pointer: '/name', detail: 'Give it a name.' },
    ]);
    expect(asFormRefusal(problem)).toMatchObject({
      status: 422,
      body: { errors: { name: 'Give it a name.' } },
    });
    expect(formErrorsOf(problem)).toEqual({ name: 'Give it a name.' });
  });

  it('is known as overtaken when the version that was read is no longer the newest', () => {
    expect(preconditionFailed(new ApiProblem(412, '', 'Changed by somebody else', ''))).toBe(true);
    expect(preconditionFailed(new ApiProblem(409, '', 'Conflict', ''))).toBe(false);
  });
});
