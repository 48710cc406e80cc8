/** The technology areas of the Manufacturing USA framework. (NIST AMS 600-20.) */
export const technologyAreas = [
  'biomanufacturing',
  'digital-automation',
  'electronics',
  'materials',
  'energy-process',
] as const;

export type TechnologyArea = (typeof technologyAreas)[number];

/** The areas as the report prints them. */
export const technologyAreaNames: Readonly<Record<TechnologyArea, string>> = {
  biomanufacturing: 'Biomanufacturing',
  'digital-automation': 'Digital/Automation',
  electronics: 'Electronics',
  materials: 'Materials',
  'energy-process': 'Energy/Process',
};
