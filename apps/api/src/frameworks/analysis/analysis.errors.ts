import { Refusal } from '#platform/problem/refusal';

export const occupationsOfDifferentReleases = () =>
  new Refusal(
    'invalid',
    'occupations-of-different-releases',
    'Only occupations of one release can be compared.',
    [{ pointer: '/ids/1', detail: 'is of another release' }],
  );

export const ksasUnknown = (places: readonly number[]) =>
  new Refusal(
    'invalid',
    'ksas-unknown',
    'Every KSA that is named must be of the release.',
    places.map((place) => ({ pointer: `/ksaIds/${place}`, detail: 'is no KSA of the release' })),
  );
