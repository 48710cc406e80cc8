import type { OwnItem } from '../providers/records.ts';

/** What is gone of an own item or an own occupation. */
export type GoneOf = Pick<OwnItem, 'goneKsas'> & Partial<Pick<OwnItem, 'lostUnder'>>;

interface Filled {
  under?: string;
  ksaCodes?: string[];
}

/** What became of it in the fields of the form; what somebody has chosen there already stays. */
export function takenOver({ goneKsas, lostUnder = null }: GoneOf, { under = '', ksaCodes = [] }: Filled) {
  const into = goneKsas.flatMap((each) => each.into.map(({ ksaCode }) => ksaCode));
  return {
    ...{ ksaCodes: [...new Set([...ksaCodes, ...into])], keptGoneKsas: [] },
    ...(lostUnder !== null && { under: under || (lostUnder.into[0]?.id ?? ''), keepsPlace: false }),
  };
}
