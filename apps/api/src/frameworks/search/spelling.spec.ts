import { describe, expect, it } from '@jest/globals';
import { isOneMistake, spelled } from './spelling.ts';

const words = new Map([
  ['technicians', 60],
  ['machine', 12],
  ['resources', 3],
  ['resource', 2],
  ['robot', 9],
]);

describe('what was meant', () => {
  it('differs by one letter, or by two that changed places', () => {
    for (const near of ['robo', 'robott', 'robat', 'orbot', 'robto', 'xrobot', 'obot'])
      expect([near, isOneMistake('robot', near), isOneMistake(near, 'robot')]).toEqual([near, true, true]);
    for (const far of ['robot', 'rbt', 'torob', 'robottt', 'boror', ''])
      expect([far, isOneMistake('robot', far)]).toEqual([far, false]);
  });

  it.each([
    ['mahcine', 'machine'],
    ['the mahcine, robto!', 'the machine, robot!'],
    ['technicains', 'technicians'],
    ['tehcnician', 'technician'],
    ['Resuorces', 'resources'],
  ])('by "%s" is "%s"', (typed, meant) => {
    expect(spelled(typed, [words])).toBe(meant);
  });

  it.each(['machine', 'mach', 'resources', 'cat', '', 'zymurgy', '4.2.06'])(
    'by "%s" is nothing else',
    (typed) => {
      expect(spelled(typed, [words])).toBeNull();
    },
  );

  it('is used oftener than what is as near, in all vocabularies together', () => {
    const [one, other] = [
      new Map([
        ['weld', 2],
        ['held', 3],
      ]),
      new Map([['weld', 2]]),
    ];
    expect(spelled('eeld', [one])).toBe('held');
    expect(spelled('eeld', [one, other])).toBe('weld');
  });
});
