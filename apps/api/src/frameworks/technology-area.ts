/** The five technology areas of the framework, in the order in which its figures print them. */
export const TECHNOLOGY_AREAS = [
  { code: 'biomanufacturing', name: 'Biomanufacturing' },
  { code: 'digital-automation', name: 'Digital/Automation' },
  { code: 'electronics', name: 'Electronics' },
  { code: 'materials', name: 'Materials' },
  { code: 'energy-process', name: 'Energy/Process' },
] as const;

export const TECHNOLOGY_AREA_CODES = TECHNOLOGY_AREAS.map((area) => area.code);

export type TechnologyAreaCode = (typeof TECHNOLOGY_AREAS)[number]['code'];
