/**
 * The misprints of Table 19 that another figure of the report settles. Each is declared with what is printed,
 * and the extraction stops when the source does not print it (any more): no correction outlives its misprint.
 */
export interface Reading {
  readonly ksaCode: string;
  readonly printed: string;
  readonly reading: string;
  readonly reason: string;
}

const AREA_LEFT_OUT = 'The area is left out and the next title follows at once.';

/** In the cell of occupations. */
export const OCCUPATION_READINGS: readonly Reading[] = [
  {
    ksaCode: '4.2.04.02',
    printed: 'Quality Managers - Electronics - Electronics',
    reading: 'Quality Managers - Electronics',
    reason: 'The area is printed twice. Read once, Fig. 7 comes out for 4.2.04 in electronics (6).',
  },
  {
    ksaCode: '4.2.05.07',
    printed: 'Additive Manufacturing Technicians - Machinists - Digital/Auto',
    reading: 'Additive Manufacturing Technicians - Digital/Auto Machinists - Digital/Auto',
    reason:
      'The area is left out after the dash. Table 17 lists Additive Manufacturing Technicians in digital/automation only; ' +
      'so read, Fig. 7 comes out for 4.2.05 in digital/automation (9) and Fig. 6 for 4.2 (93).',
  },
  {
    ksaCode: '4.2.09.04',
    printed: 'Machine Operators Mechatronics Technicians - Materials',
    reading: 'Machine Operators - Materials Mechatronics Technicians - Materials',
    reason:
      `${AREA_LEFT_OUT} Table 17 lists Machine Operators in biomanufacturing, materials and energy/process; ` +
      'with materials, Fig. 7 comes out for 4.2.09 in all five areas (14, 10, 2, 17, 3), with another area in two fewer.',
  },
  {
    ksaCode: '4.2.13.02',
    printed: 'Industrial Engineering Technologists and Technicians - BioMFG',
    reading: 'Industrial Engineering Technologists and Technicians - Electronics',
    reason:
      'The row already has "Industrial Engineering Technologists & Technicians - BioMFG", which is how Table 17 spells the title ' +
      'in biomanufacturing; with "and" it lists it in electronics, where Table 19 would otherwise never name it. ' +
      'As electronics, these come out: Fig. 7 for 4.2.13 in biomanufacturing (4) and electronics (2), Fig. 6 for 4.2 in both (232, 68), ' +
      'Table 1 for electronics (78 KSAs), the 17 KSAs that electronics shares with biomanufacturing and the 76 with all areas, the 34 (52 %) of biomanufacturing alone, ' +
      '40 % of 4.2 and over 38 % of tier 4 in several areas.',
  },
  {
    ksaCode: '4.4.11.01',
    printed: 'Additive Manufacturing Technicians - Digital/Auto Machinists',
    reading: 'Additive Manufacturing Technicians - Digital/Auto Machinists - Digital/Auto',
    reason:
      'The area is left out at the end of the cell. Table 17 lists Machinists in digital/automation and in materials; ' +
      'Fig. 7 prints 2 for 4.4.11 in digital/automation and 0 in materials.',
  },
  {
    ksaCode: '5.2.02.07',
    printed:
      'Industrial Engineering Technologists and Technicians Premetaverse Integration Technologists - Digital/Auto',
    reading:
      'Industrial Engineering Technologists and Technicians - Digital/Auto Premetaverse Integration Technologists - Digital/Auto',
    reason: `${AREA_LEFT_OUT} As digital/automation, Fig. 7 comes out for 5.2.02 (36).`,
  },
  {
    ksaCode: '5.4.01.02',
    printed:
      'Industrial Engineering Technologists and Technicians Supply Chain Cybersecurity Compliance Specialists - Digital/Auto',
    reading:
      'Industrial Engineering Technologists and Technicians - Digital/Auto Supply Chain Cybersecurity Compliance Specialists - Digital/Auto',
    reason: `${AREA_LEFT_OUT} As digital/automation, Fig. 7 comes out for 5.4.01 (25).`,
  },
  {
    ksaCode: '5.4.03.04',
    printed:
      'Industrial Engineering Technologists and Technicians Cybersecurity Analyst for SMMs - Digital/Auto',
    reading:
      'Industrial Engineering Technologists and Technicians - Digital/Auto Cybersecurity Analyst for SMMs - Digital/Auto',
    reason: `${AREA_LEFT_OUT} As digital/automation, Fig. 7 comes out for 5.4.03 (14).`,
  },
];

const HYPHENS = 'Compound words are printed with an en dash here and with a hyphen elsewhere in the report.';

/** In the title of a KSA. */
export const TITLE_READINGS: readonly Reading[] = [
  {
    ksaCode: '4.2.06.11',
    printed: 'computer–interfaced equipment, robotics, or high–technology',
    reading: 'computer-interfaced equipment, robotics, or high-technology',
    reason: `${HYPHENS} Table 2 prints this title with hyphens.`,
  },
  {
    ksaCode: '4.2.07.11',
    printed: 'lay–up techniques (with or without core) using pre–preg material and wet lay–up',
    reading: 'lay-up techniques (with or without core) using pre-preg material and wet lay-up',
    reason: HYPHENS,
  },
  {
    ksaCode: '4.2.09.05',
    printed: 'computer–interfaced equipment, robotics, or high–technology',
    reading: 'computer-interfaced equipment, robotics, or high-technology',
    reason: `${HYPHENS} Table 2 prints the same title, of 4.2.06.11, with hyphens.`,
  },
  {
    ksaCode: '5.2.01.01',
    printed: 'Human–Machine',
    reading: 'Human-Machine',
    reason: HYPHENS,
  },
  {
    ksaCode: '5.2.02.01',
    printed: 'Cyber–Physical',
    reading: 'Cyber-Physical',
    reason: `${HYPHENS} Appendix B prints "Cyber-Physical System".`,
  },
  {
    ksaCode: '5.2.02.07',
    printed: 'sensors/ Internet',
    reading: 'sensors/Internet',
    reason: 'A space after the stroke; every other title of the table is printed without.',
  },
  {
    ksaCode: '5.4.03.02',
    printed: 'assessment/ audit',
    reading: 'assessment/audit',
    reason: 'A space after the stroke; every other title of the table is printed without.',
  },
];

/** The text with the readings of this KSA applied, each exactly where it is printed. */
export function applyReadings(ksaCode: string, text: string, readings: readonly Reading[]): string {
  return readings
    .filter((reading) => reading.ksaCode === ksaCode)
    .reduce((corrected, { printed, reading }) => {
      if (corrected.split(printed).length !== 2) {
        throw new Error(
          `Table 19, ${ksaCode}: the source does not print "${printed}" once; its reading is out of date`,
        );
      }
      return corrected.replace(printed, () => reading);
    }, text);
}

/** A reading of a KSA that the source does not have would never be applied, and never be missed. */
export function refuseReadingsOfOthers(ksaCodes: readonly string[]): void {
  const stray = [...OCCUPATION_READINGS, ...TITLE_READINGS].find(
    ({ ksaCode }) => !ksaCodes.includes(ksaCode),
  );
  if (stray)
    throw new Error(`Table 19 has no ${stray.ksaCode}; the reading of "${stray.printed}" is out of date`);
}
