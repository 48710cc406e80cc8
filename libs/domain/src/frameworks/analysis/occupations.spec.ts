import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRelease } from './analysed-release.ts';
import { compareOccupations } from './compare-occupations.ts';
import { nearestOccupations, nearnessRules } from './nearest-occupations.ts';
import { someRelease } from './releases.arbitrary.ts';

describe('two occupations', () => {
  test('share what both select, and each has for itself what the other does not', () => {
    fc.assert(
      fc.property(someRelease, fc.nat(7), fc.nat(7), (release, first, second) => {
        const [one, other] = [release.occupations[first], release.occupations[second]];
        fc.pre(one !== undefined && other !== undefined);
        const countOf = (occupation: string, ksa: string) =>
          release.selections.find((each) => each.occupationId === occupation && each.ksaId === ksa)?.count ??
          0;
        const compared = compareOccupations(compileRelease(release), first, second);
        const { shared, onlyFirst, onlySecond } = compared;
        for (const { ksa, counts } of [...shared, ...onlyFirst, ...onlySecond])
          expect(counts).toEqual([countOf(one.id, ksa.id), countOf(other.id, ksa.id)]);
        const ids = (list: typeof shared) => list.map(({ ksa }) => ksa.id);
        const selected = (id: string) =>
          release.items
            .filter((item) => countOf(id, item.id) > 0)
            .map((item) => item.id)
            .toSorted();
        expect([...ids(shared), ...ids(onlyFirst)].toSorted()).toEqual(selected(one.id));
        expect([...ids(shared), ...ids(onlySecond)].toSorted()).toEqual(selected(other.id));
      }),
    );
  });
});

describe('the occupations nearest to a set of KSAs', () => {
  test('are those that need any of them, ranked by what they share', () => {
    fc.assert(
      fc.property(
        someRelease,
        fc.constantFrom(...nearnessRules),
        fc.uniqueArray(fc.nat(9), { minLength: 1 }),
        (release, rule, places) => {
          const compiled = compileRelease(release);
          const set = new Set(places.filter((place) => place < compiled.ksas.length));
          const ids = new Set([...set].map((place) => compiled.ksas[place]!.id));
          const found = nearestOccupations(compiled, set, rule);
          const expected = release.occupations.flatMap(({ id }, occupation) => {
            const needs = release.selections.filter((each) => each.occupationId === id);
            const shared = needs.filter(({ ksaId }) => ids.has(ksaId)).length;
            const either = new Set([...ids, ...needs.map(({ ksaId }) => ksaId)]).size;
            const nearness = { jaccard: shared / either, covered: shared / needs.length, shared }[rule];
            return shared === 0 ? [] : [{ occupation, shared, needed: needs.length, nearness }];
          });
          expect(found.toSorted((a, b) => a.occupation - b.occupation)).toEqual(expected);
          const nearness = found.map((each) => each.nearness);
          expect(nearness).toEqual(nearness.toSorted((a, b) => b - a));
        },
      ),
    );
  });

  test('begin with an occupation itself, when the set is what it needs', () => {
    fc.assert(
      fc.property(someRelease, fc.nat(7), (release, place) => {
        const compiled = compileRelease(release);
        const { starts, others } = compiled.ofOccupations;
        const set = new Set(others.slice(starts[place], starts[place + 1]));
        fc.pre(place < release.occupations.length && set.size > 0);
        expect(nearestOccupations(compiled, set, 'jaccard')[0]).toMatchObject({
          nearness: 1,
          needed: set.size,
        });
      }),
    );
  });
});
