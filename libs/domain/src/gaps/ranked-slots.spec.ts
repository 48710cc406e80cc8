import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gapView } from './gap-view.ts';
import { someProfile } from './gaps.arbitrary.ts';
import { slotRanker } from './ranked-slots.ts';

test('slots ranked as whole numbers stand in the order of the gap view', () => {
  fc.assert(
    fc.property(someProfile, ({ profile, attained, verified }) => {
      const used = attained.map((level, slot) => (level < 0 ? -1 : slot + 1));
      const ranked = [...slotRanker(profile)(attained)].map((slot) => profile.requirements[slot]?.ksaCode);
      const { requirements } = gapView(profile, { attained, used, verified });
      expect(ranked).toEqual(requirements.map(({ ksaCode }) => ksaCode));
    }),
    { numRuns: 300 },
  );
});
