import type { AnalysedRelease } from '#domain';

/**
 * A release with so many times the selections of another: as many times the occupations, each with as many KSAs as it
 * has, and the root of that many times the KSAs, so that both sides grow. Areas, competencies and sub-competencies stay.
 */
export function timesAsLarge(release: AnalysedRelease, times: number): AnalysedRelease {
  const ksaCopies = Math.max(1, Math.round(Math.sqrt(times)));
  const copyOf = (id: string, copy: number) => (copy === 0 ? id : `${id} ${copy}`);
  const each = <Value, Copied>(
    values: readonly Value[],
    copies: number,
    made: (value: Value, copy: number) => Copied,
  ) => Array.from({ length: copies }, (_, copy) => values.map((value) => made(value, copy))).flat();
  const above = release.items.filter(({ kind }) => kind !== 'ksa');
  const ksas = release.items.filter(({ kind }) => kind === 'ksa');
  return {
    areas: release.areas,
    items: [
      ...above,
      ...each(ksas, ksaCopies, (ksa, copy) => ({
        ...ksa,
        id: copyOf(ksa.id, copy),
        code: copy === 0 ? ksa.code : `${ksa.code}.${copy}`,
      })),
    ],
    occupations: each(release.occupations, times, (occupation, copy) => ({
      ...occupation,
      id: copyOf(occupation.id, copy),
      title: copyOf(occupation.title, copy),
    })),
    selections: each(release.selections, times, ({ occupationId, ksaId, count }, copy) => ({
      occupationId: copyOf(occupationId, copy),
      ksaId: copyOf(ksaId, copy % ksaCopies),
      count,
    })),
  };
}
