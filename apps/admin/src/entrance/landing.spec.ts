import { describe, expect, it } from '@jest/globals';
import { landing, wanted } from './landing.ts';

describe('after signing in', () => {
  it('workers land on their page, everybody else in the console', () => {
    expect(landing(['worker'])).toBe('/my');
    expect(landing(['assessor'])).toBe('/console/');
    expect(landing(['worker', 'employer-administrator'])).toBe('/console/');
    expect(landing([])).toBe('/console/');
  });

  it.each([
    ['/my/gaps/1', '/my/gaps/1'],
    ['/console/', '/console/'],
    ['https://elsewhere.example/my', null],
    ['//elsewhere.example', null],
    ['/mystery', null],
    ['/api/me', null],
  ])('goes on to %s only within the pages', (next, to) => {
    expect(wanted(new URLSearchParams({ next }))).toBe(to);
  });
});
