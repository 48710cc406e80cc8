import { describe, expect, it, jest } from '@jest/globals';
import { holdForEditing, isEdited, whenNotEdited } from './editing.ts';

describe('a record being edited', () => {
  it('is not refreshed until its form is left', () => {
    const refresh = jest.fn();
    const release = holdForEditing('role-profiles', '1');
    whenNotEdited('role-profiles', '1', refresh);
    expect(refresh).not.toHaveBeenCalled();
    release();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is refreshed once, however many events came', () => {
    const first = jest.fn();
    const last = jest.fn();
    const release = holdForEditing('role-profiles', '1');
    whenNotEdited('role-profiles', '1', first);
    whenNotEdited('role-profiles', '1', last);
    release();
    expect(first).not.toHaveBeenCalled();
    expect(last).toHaveBeenCalledTimes(1);
  });

  it('stays held while a second form of it is open', () => {
    const one = holdForEditing('workers', '7');
    const two = holdForEditing('workers', '7');
    one();
    expect(isEdited('workers', '7')).toBe(true);
    two();
    expect(isEdited('workers', '7')).toBe(false);
  });

  it('does not hold other records back', () => {
    const refresh = jest.fn();
    const release = holdForEditing('workers', '7');
    whenNotEdited('workers', '8', refresh);
    expect(refresh).toHaveBeenCalledTimes(1);
    release();
  });
});
