import { describe, expect, it } from '@jest/globals';
import type { LeastTraining } from '../../api/types.ts';
import { wayWords } from './pathWords.ts';

const training = (minutes: number, notClosable = 0): LeastTraining => ({
  ...{ minutes, atLeastMinutes: minutes, exact: true, programmes: [] },
  notClosable: Array.from({ length: notClosable }, () => ({ ksaCode: 'x', title: 'X', level: 3 })),
});
const gains = (count: number) =>
  Array.from({ length: count }, () => ({ ksaCode: 'x', title: 'X', from: 1, to: 3 }));
const unknowns = (count: number) =>
  Array.from({ length: count }, () => ({ ksaCode: 'x', title: 'X', requiredLevel: 3 }));

describe('the way to a role in words', () => {
  it.each([
    [[0, 0, training(0), training(0)], 'You have all that it asks for.'],
    [[2, 0, training(2400), training(2400)], '40 hours of training close two KSAs that you are short of.'],
    [[1, 0, training(60), training(60)], '1 hour of training closes one KSA that you are short of.'],
    [
      [3, 1, training(2400, 1), training(3870, 1)],
      '40 hours of training close two KSAs that you are short of. No programme reaches one other KSA. ' +
        'One KSA is not assessed: with them it is 64.5 hours at most.',
    ],
    [[2, 0, training(0, 2), training(0, 2)], 'No programme reaches two KSAs.'],
    [[0, 2, training(0), training(0, 2)], 'Nothing is known to be short. Two KSAs are not assessed.'],
  ] as const)('%#', ([toGain, toAssess, known, atMost], words) => {
    expect(wayWords({ toGain: gains(toGain), toAssess: unknowns(toAssess), training: known, atMost })).toBe(
      words,
    );
  });
});
