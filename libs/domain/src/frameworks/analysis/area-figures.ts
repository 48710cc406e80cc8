import { type Asked, countKsas, itemAt, ranked } from './asked.ts';
import { type Figure, measure, ofArea, ofItem } from './figure.ts';

/** What each area needs, and how much of it no other area does. */
export function ksasByArea({ release, rule }: Asked): Figure {
  const needed = release.areas.map(() => 0);
  const onlyHere = release.areas.map(() => 0);
  for (const { areas, byArea } of countKsas(release, rule)) {
    for (const area of areas) {
      needed[area] = (needed[area] ?? 0) + (byArea[area] ?? 0);
      if (areas.length === 1) onlyHere[area] = (onlyHere[area] ?? 0) + (byArea[area] ?? 0);
    }
  }
  return {
    rows: release.areas.map(ofArea),
    columns: ['needed', 'only-here', 'shared'].map(measure),
    values: needed.map((all, area) => {
      const only = onlyHere[area] ?? 0;
      return [all, only, all - only];
    }),
  };
}

/** Of two areas what is counted in either of them under the KSAs that both need; of KSAs each once. */
export function sharedKsasOfAreas({ release, rule }: Asked): Figure {
  const values = release.areas.map(() => release.areas.map(() => 0));
  for (const { areas, byArea } of countKsas(release, rule)) {
    for (const row of areas) {
      const cells = values[row] as number[];
      for (const column of areas) {
        const here = byArea[row] ?? 0;
        const there = row === column || rule === 'ksas' ? 0 : (byArea[column] ?? 0);
        cells[column] = (cells[column] ?? 0) + here + there;
      }
    }
  }
  return { rows: release.areas.map(ofArea), columns: release.areas.map(ofArea), values };
}

/** The KSAs that the area needs and no other does. */
export function uniqueKsas({ release, rule, subject, ksas }: Asked): Figure {
  const counts = countKsas(release, rule);
  const unique = ksas.filter((ksa) => {
    const areas = counts[ksa]?.areas ?? [];
    return areas.length === 1 && areas[0] === subject;
  });
  return ranked({
    rows: unique.map((ksa) => ofItem(itemAt(release, ksa))),
    columns: [measure('count')],
    values: unique.map((ksa) => [counts[ksa]?.overall ?? 0]),
  });
}
