import type { TechnologyArea } from './framework.ts';

/** The report names one area in four ways: in full, in Table 19, and as the heads of Fig. 6 and 7. */
const AREA_NAMES: Readonly<Record<string, TechnologyArea>> = {
  Biomanufacturing: 'biomanufacturing',
  BioMFG: 'biomanufacturing',
  Bio: 'biomanufacturing',
  'Digital/Automation': 'digital-automation',
  'Digital/Auto': 'digital-automation',
  'D/A': 'digital-automation',
  Electronics: 'electronics',
  Elec: 'electronics',
  Materials: 'materials',
  Mtrl: 'materials',
  'Energy/Process': 'energy-process',
  'E/P': 'energy-process',
};

export function areaNamed(name: string): TechnologyArea {
  const area = AREA_NAMES[name];
  if (area === undefined) throw new Error(`"${name}" names no technology area`);
  return area;
}
