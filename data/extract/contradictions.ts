import type { Irregularity } from './framework.ts';
import { runningText } from './source-text.ts';

/**
 * Statements that contradict another part of the report in something else than a number that the data gives.
 * `printed` is quoted from the source; a quotation that the source no longer has stops the extraction.
 */
const CONTRADICTIONS: readonly Irregularity[] = [
  {
    place: 'Executive Summary, role groups',
    printed:
      '132 unique occupations, grouped into 52 engineering and scientific roles, 52 technician and associate roles, 17 specialist and analyst roles, and 16 machine operator and machinist roles',
    reading: '137',
    reason:
      'The four groups add up to 137, the occupations to 132. Role families are therefore taken from Table 1 only.',
  },
  {
    place: 'Section 2.2, total of occupations',
    printed: 'which increases the total occupations count by three and the unique occupations count by one',
    reading: '132 pairs of title and technology area',
    reason:
      'By this example the total would count a title once for each institute that submitted it: 149 by the (x2) and (x3) of Table 17. Counted as pairs of title and area it is the printed 132.',
  },
  {
    place: 'Section 3.1.1, wages of Mechanical Engineers',
    printed: 'The mean annual wages exceed \\$113,000 a year',
    reading: 'not in the data set',
    reason:
      'Table 3 gives an average salary of $112,300. Labour market data comes from elsewhere and is not part of the framework.',
  },
  {
    place: 'Section 3.1.1, demand for Mechanical Engineers',
    printed: 'total demand is predicted to rise by over 88,000 workers',
    reading: 'not in the data set',
    reason:
      'Table 3 gives 127,646 job openings for them; for Electrical Engineers the text (58,000) and Table 3 (58,387) agree.',
  },
  {
    place: 'Section 3.1.1, date of the labour market data',
    printed: 'in the second quarter of 2025, over 291,000 workers had an occupation of Mechanical Engineer',
    reading: 'not in the data set',
    reason: 'The note under Table 3 dates the same data to the third quarter of 2025.',
  },
  {
    place: 'Section 3.2.1, area name',
    printed: 'it shares 17 KSAs with biofabrication',
    reading: 'biomanufacturing',
    reason: 'No technology area has this name; the sentence before gives the same 17 for biomanufacturing.',
  },
  {
    place: 'Section 3.2.1, institutes',
    printed: '54% of KSAs selected by multiple institutes',
    reading: 'KSAs needed in more than one technology area',
    reason:
      'Which institute selected what is not printed; counted by technology area, as the sentence before says, all three shares come out (54, 40, 47).',
  },
  {
    place: 'Section 3.2.2, 4.1.07.02, associated skills',
    printed:
      'Use computers, computer-interfaced equipment, robotics, or high-technology industrial applications to perform work duties as part of automated systems and control operations',
    reading: '4.2.09.05',
    reason:
      'The title stands under 4.2.06 and 4.2.09. By the rule that gives all three lists in their order, 4.2.09.05 has this third place and 4.2.06.11 the fifteenth.',
  },
  {
    place: 'Fig. 6, caption',
    printed:
      'Number of essential KSAs within Tier 4 competencies for occupations in a specific technology area',
    reading: 'lines of Table 19 under the competencies of tiers 4 and 5',
    reason:
      'The figure has rows for tier 5, and a cell (232) larger than all 183 KSAs of tier 4; counted by lines, 53 of 65 cells come out.',
  },
  {
    place: 'Section 3.3.3, top occupations',
    printed: 'The top occupations are Electrical Design Engineers and Packaging Technicians',
    reading: 'Electrical Design Engineers: 1 line; no title Packaging Technicians',
    reason:
      'Table 19 prints Electrical Design Engineers under one KSA; Table 17 lists Chips Test & Packaging Technicians and Electronics/Photonics Test & Packaging Technicians.',
  },
  {
    place: 'Table 11, occupations',
    printed: 'Packaging Technicians',
    reading: 'no occupation of the framework',
    reason: 'Table 17 lists no such title in electronics.',
  },
  {
    place: 'Table 13, occupations',
    printed: 'Fabrication Specialists and Technicians',
    reading: 'no occupation of the framework',
    reason: 'Table 17 lists Fabrication Specialists in materials and no Fabrication Technicians there.',
  },
  {
    place: 'Table 15, occupations',
    printed: 'Process Engineers/Scientists',
    reading: 'no occupation of this area',
    reason:
      'Table 17 lists Process Engineers/Scientists in biomanufacturing only; in energy/process it lists Process Engineers (x3).',
  },
  {
    place: 'Tables 5, 8, 10, 12, 14, 16, 18 and running text, codes',
    printed: '4.1.2 Technical Drawings and Schematics',
    reading: '4.1.02',
    reason:
      'Tables 2, 6 and 19 and Fig. 7 print sub-competencies with two digits; all codes are written so. ' +
      'In running text the short form stands in sections 3.1.2, 3.2.1 and 3.2.2. Table 4 has competencies only, which have one digit everywhere.',
  },
  {
    place: 'Fig. 8, dashed boxes',
    printed: 'The dashed boxes represent the total number of KSAs within a specific competency',
    reading: 'occupations',
    reason:
      'Of Fig. 9 section 3.2.2 says "As in Figure 8, dashed boxes represent the total number of occupations in a specific sub-competency", ' +
      'and the 40 occupations that it gives for 4.2.05 come out as titles. The boxes of Fig. 8 are not in the text of the report.',
  },
  {
    place: 'Executive Summary, appendix of KSAs',
    printed:
      'indicating a strong need for these foundational skills for future cutting-edge manufacturing processes. A more detailed list of sub-competencies and KSAs, along with provisional definitions, is available in Appendix A2',
    reading: 'KSAs: Appendix A3; definitions: Appendix A2',
    reason: 'Table 18 in Appendix A2 defines no KSA; the KSAs stand in Table 19, in Appendix A3.',
  },
  {
    place: 'Section 3.1.2, appendix of KSAs',
    printed:
      'A more detailed list of sub-competencies and KSAs, along with provisional definitions, is available in Appendix A2',
    reading: 'KSAs: Appendix A3; definitions: Appendix A2',
    reason: 'Table 18 in Appendix A2 defines no KSA; the KSAs stand in Table 19, in Appendix A3.',
  },
  {
    place: 'Tables 5 and 19, 5.4.04, title',
    printed: 'Operating Technology (OT) Security',
    reading: 'as printed',
    reason:
      'The KSA 4.2.11.06, section 3.3.2 and Appendix B call the same OT "Operational Technology". Both titles are kept as Table 19 has them.',
  },
  {
    place: 'Appendix A2, provisional',
    printed:
      'This appendix provides provisional definitions of the advanced manufacturing competencies and sub-competencies',
    reading: 'provisional only where the row says so',
    reason:
      'The sentence calls all definitions provisional, Table 18 marks single ones in its column of sources; the marks are kept.',
  },
];

export function readContradictions(lines: readonly string[]): Irregularity[] {
  const text = runningText(lines);
  for (const { place, printed } of CONTRADICTIONS) {
    if (!text.includes(printed)) throw new Error(`${place}: the source does not print "${printed}"`);
  }
  return [...CONTRADICTIONS];
}
