import type { Recomputed } from '#domain';
import type { Framework } from '../framework.ts';
import { unprintedRepeats } from './unprinted-repeats.ts';

/** What is known about a difference, beyond the two numbers. */
interface Remark {
  readonly figure: string;
  readonly row?: string;
  readonly column?: string;
  readonly text: string;
  /** Added to the text where it depends on the data. */
  readonly computed?: (cell: Recomputed, framework: Framework) => string;
}

const LINES_MISSING = 'Every cell of Fig. 7 that differs counts more than Table 19 prints, never less.';

/** A likely explanation of a cell of Fig. 7, as far as the (x2) and (x3) of Table 17 go; it says not which lines. */
function likelyLost(cell: Recomputed, framework: Framework): string {
  const repeats = unprintedRepeats(framework, cell);
  return repeats >= Number(cell.printed) - Number(cell.recomputed)
    ? `Likely Table 19 has merged repeated lines: titles that Table 17 marks (x2) or (x3) stand in this cell less often than marked, ${repeats} more would be possible. Which were meant cannot be had from the printed data; the lines are kept as printed.`
    : 'Table 19 seems to lack lines: no title in this cell that Table 17 marks (x2) or (x3) would explain it. Which ones cannot be had from the printed data.';
}

const CAREERS_REPEATED =
  'Section 3.2.2 lists 19 careers for 4.1.02.04 where Table 19 and Table 2 have 15: First-Line Supervisors, Electronics Technicians, ' +
  'Industrial Technicians (energy/process) and Machinists (materials) stand there twice.';

const AFTER_THE_BREAK =
  'The row 5.4.04.02 is the last before a page break; two lines appear to be lost there. Under the nine other KSAs with Electrical ' +
  'Engineering Technologists and Technicians, the last line printed, Industrial Engineering Technologists and Technicians stand too, ' +
  'so theirs is likely one of the two. Nothing printed names the other, and neither is added.';

const CELL_OF_FIGURE_7 = 'The number is that of Fig. 7, which counts more than Table 19 prints.';

const SUM_OF_FIGURE_7 =
  'The printed cell is the sum of the printed cells of Fig. 7, which differ in the same way.';

const ROLE_FAMILIES_NOT_LISTED =
  'The report lists the members of no such group; the four numbers add up to 137, not to 132 occupations.';

const INSTITUTES_NOT_PRINTED = 'The report does not print which institute selected what.';

/** The first that fits is taken; one that fits nothing any more fails the tests. */
export const REMARKS: readonly Remark[] = [
  {
    figure: 'Fig. 7',
    row: '4.1.02',
    column: 'energy-process',
    text: `${CAREERS_REPEATED} The three of energy/process are the whole difference, though Table 17 marks none of them (x2).`,
  },
  {
    figure: 'Fig. 7',
    row: '4.1.02',
    column: 'materials',
    text: `${CAREERS_REPEATED} Machinists explain one of the four. ${LINES_MISSING}`,
    computed: likelyLost,
  },
  {
    figure: 'Fig. 7',
    row: '4.2.11',
    column: 'materials',
    text: 'Table 2 prints 17 for 4.2.11.14, one more than its lines as well; of the titles under it in materials Table 17 marks Fabrication Specialists (x2). A second line of theirs would settle both.',
  },
  { figure: 'Fig. 7', row: '5.4.04', text: AFTER_THE_BREAK },
  { figure: 'Fig. 7', text: LINES_MISSING, computed: likelyLost },
  {
    figure: 'Fig. 6',
    row: '5.2',
    text: 'The row repeats the row 5.2.01 of Fig. 7 (1, 5, 4, 0, 1), one of three sub-competencies; the three rows of Fig. 7 add up to what is recomputed.',
  },
  { figure: 'Fig. 6', text: SUM_OF_FIGURE_7 },
  { figure: 'Table 12', text: CELL_OF_FIGURE_7 },
  { figure: 'Table 14', text: CELL_OF_FIGURE_7 },
  { figure: 'Table 16', text: CELL_OF_FIGURE_7 },
  {
    figure: 'Table 2',
    row: '4.2.11.14',
    text: 'Fig. 7 for 4.2.11 in materials has one line more than Table 19 as well; of the titles under this KSA in materials Table 17 marks Fabrication Specialists (x2). A second line of theirs would settle both.',
  },
  {
    figure: 'Executive Summary',
    row: 'KSAs shared by multiple technology areas',
    text: 'Section 3 says 33 % itself.',
  },
  { figure: 'Executive Summary', text: ROLE_FAMILIES_NOT_LISTED },
  {
    figure: 'Section 2',
    row: 'competencies',
    text: 'The abstract says 13, as Table 19 does: six of tier 4 and seven of tier 5.',
  },
  {
    figure: 'Section 2.2',
    row: 'unique names',
    text: 'Table 17 has 108 different titles, 107 when "&" and "and" are one. No printed rule merges them to 99.',
  },
  {
    figure: 'Section 2.2',
    row: 'institutes that submitted Biological Technicians',
    text: 'Table 17 marks the title (x2), and Table 19 never prints it more than twice under a KSA.',
  },
  { figure: 'Section 2.2', row: 'engineering and scientific roles', text: ROLE_FAMILIES_NOT_LISTED },
  { figure: 'Section 2.2', row: 'technician and associate roles', text: ROLE_FAMILIES_NOT_LISTED },
  { figure: 'Section 2.2', row: 'specialist and analyst roles', text: ROLE_FAMILIES_NOT_LISTED },
  { figure: 'Section 2.2', row: 'machine operator and machinist roles', text: ROLE_FAMILIES_NOT_LISTED },
  { figure: 'Section 2.2', text: INSTITUTES_NOT_PRINTED },
  {
    figure: 'Section 3',
    row: 'KSAs in several technology areas',
    text: '79 of 235 is 33.6 %: cut, not rounded.',
  },
  {
    figure: 'Section 3',
    row: 'KSAs that align with eight or more occupations',
    text: 'By lines, as Tables 2 and 6 count, 54 of 235; by pairs of title and area 48 (20 %). Weighted by the institutes that Table 17 gives a title, 69 (29 %); seven lines or more, 68 (29 %). One printed figure cannot tell these apart.',
  },
  { figure: 'Section 3', text: INSTITUTES_NOT_PRINTED },
  {
    figure: 'Section 3.1.3',
    row: 'tier 5, KSAs of one technology area',
    text: '43 of 52 is 82.7 %: cut, not rounded.',
  },
  { figure: 'Section 3.1.3', text: INSTITUTES_NOT_PRINTED },
  {
    figure: 'Section 3.2.1',
    column: 'sub-competencies with more than half of their KSAs in several areas',
    text: 'Half or more would give 22, and 21 if 4.2.13.02 were read as printed; but the text says more than half, and twelve other figures speak against that.',
  },
  {
    figure: 'Section 3.2.1',
    column: 'sub-competencies with no KSA in several areas',
    text: 'Counted as sub-competencies that only one area needs at all there are 12; neither gives 15.',
  },
  {
    figure: 'Section 3.2.2',
    row: '4.1.02.04',
    column: 'careers',
    text: 'Four titles stand in the list twice, without their areas; Tables 2 and 6 print 15 as Table 19 does.',
  },
  {
    figure: 'Section 3.2.2',
    row: '4.1.02.04',
    column: 'associated skill 5',
    text: 'By lines whose title also needs this KSA, 4.2.13.03 (4) ties with six others for the fifth place, which the order of codes gives to 4.1.02.09; Fig. 7 counts three lines more for 4.2.13 in materials than Table 19 prints.',
  },
  { figure: 'Section 3.3', text: INSTITUTES_NOT_PRINTED },
  {
    figure: 'Section 3.3.2',
    column: '% of KSAs of this area only',
    text: '57 of 104 is 54.8 %: cut, not rounded.',
  },
  {
    figure: 'Section 3.3.2',
    column: '% of KSAs of this area only, in tier 5',
    text: '30 of 57 is 52.6 %; the 54 of the sentence before is repeated.',
  },
  {
    figure: 'Section 3.3.3',
    text: 'The 78 KSAs come out and so do all that electronics shares, pair by pair; 48 of the 78 are shared, so 30 (38 %) are not. The same passage of the other four areas comes out.',
  },
  {
    figure: 'Section 3.3.5',
    row: '4.1.05.01',
    text: 'Two lines; six other KSAs of energy/process alone have three or four.',
  },
];

export function remarkOn({ figure, row, column }: Recomputed): Remark | undefined {
  return REMARKS.find(
    (remark) =>
      remark.figure === figure &&
      (remark.row === undefined || remark.row === row) &&
      (remark.column === undefined || remark.column === column),
  );
}

export function reasonOf(cell: Recomputed, framework: Framework): string | undefined {
  const remark = remarkOn(cell);
  return remark?.computed ? `${remark.text} ${remark.computed(cell, framework)}` : remark?.text;
}
