import { readContradictions } from './contradictions.ts';
import { claims } from './cross-check/claims.ts';
import { crossCheck } from './cross-check/cross-check.ts';
import { differences } from './cross-check/differences.ts';
import { leftOut } from './cross-check/left-out.ts';
import { readStatements } from './cross-check/statements.ts';
import type { DataSet } from './data-set-files.ts';
import type { Irregularity } from './framework.ts';
import { compareText } from './framework.ts';
import { makeItems } from './items.ts';
import { ampersands, fromReadings, otherNames, repeatedTitles } from './misprints.ts';
import {
  enDashes,
  makeOccupations,
  makeSelections,
  printedTooOften,
  readOccupations,
} from './occupations.ts';
import { readAssociations } from './printed-associations.ts';
import { readNamedFrameworks } from './named-frameworks.ts';
import { readAreaLists, readCareers, readFigure4 } from './printed-lists.ts';
import { readPrintedTables } from './printed-tables.ts';
import { OCCUPATION_READINGS, refuseReadingsOfOthers, TITLE_READINGS } from './readings.ts';
import { linesBetween, plain, tableRows } from './source-text.ts';
import { readTable1 } from './table-1.ts';
import { readTable17 } from './table-17.ts';
import { readTable18 } from './table-18.ts';
import { readTable19 } from './table-19.ts';
import { readWordings } from './wordings.ts';

/** The whole data set from the text of the report. */
export function extract(text: string): DataSet {
  const lines = text.split(/\r?\n/);
  const table1 = readTable1(tableRows(lines, /^Table 1\. /));
  const table19 = readTable19(linesBetween(lines, /^Table 19\. /, /^Appendix B\. /));
  refuseReadingsOfOthers(table19.ksas.map(({ code }) => code));
  const ksas = readOccupations(table19.ksas);
  const table17 = readTable17(rowsOfSeveralPages(lines, /^Table 17\. /, /^\*Italics/), (area) => {
    const mentions = ksas.flatMap((ksa) => ksa.mentions).filter((mention) => mention.technologyArea === area);
    return new Set(mentions.map(({ title }) => title));
  });

  const definitions = readTable18(rowsOfSeveralPages(lines, /^Table 18\. /, /^A\.3\. /));
  const { items, irregularities: ofItems } = makeItems({
    tiers: readTiers(lines),
    headings: table19.headings,
    ksas,
    definitions,
  });
  const framework = {
    items,
    occupations: makeOccupations(table17, table1, ksas),
    selections: makeSelections(ksas),
  };

  const named = readNamedFrameworks({
    table4: tableRows(lines, /^Table 4\. /),
    table5: tableRows(lines, /^Table 5\. /),
    table18: definitions,
  });

  const tables = readPrintedTables(lines, table1);
  const figure4 = readFigure4(lines);
  const careers = readCareers(lines, ksas);
  const printed = [
    ...tables.figures,
    ...figure4.figures,
    ...readAreaLists(lines, ksas),
    ...readAssociations(lines, ksas),
    ...careers.figures,
    ...readStatements(lines),
  ];

  const irregularities = [
    ...table1.irregularities,
    ...table17.irregularities,
    ...table19.irregularities,
    ...ofItems,
    ...named.irregularities,
    ...fromReadings(OCCUPATION_READINGS, 'occupations'),
    ...fromReadings(TITLE_READINGS, 'title'),
    ...enDashes(ksas),
    ...printedTooOften(framework.selections, framework.occupations),
    ...ampersands(framework.occupations),
    ...repeatedTitles(items),
    ...otherNames(items, [...tables.names, ...figure4.names]),
    ...careers.irregularities,
    ...readContradictions(lines),
    ...readWordings(lines, items),
    ...claims(framework, lines),
    ...leftOut(framework, printed),
    ...differences(crossCheck(framework, printed), framework),
  ].sort(byPlace);

  const { associations, items: itemsOfNamed } = named;
  return { ...framework, printed, irregularities, associations, named: itemsOfNamed };
}

/** A table that goes on over page breaks has blank lines in it; it ends with its note or the next heading. */
function rowsOfSeveralPages(lines: readonly string[], caption: RegExp, end: RegExp): string[][] {
  return linesBetween(lines, caption, end)
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t').map(plain));
}

/** The headings of sections 3.1.2 and 3.1.3 name the tiers; Table 19 does not print them. */
function readTiers(lines: readonly string[]): { code: string; title: string }[] {
  return lines.flatMap((line) => {
    const found = /^3\.1\.\d\. Tier (\d) ([^\t]+)$/.exec(line);
    return found ? [{ code: found[1] ?? '', title: (found[2] ?? '').trim() }] : [];
  });
}

function byPlace(a: Irregularity, b: Irregularity): number {
  return compareText(inOrder(a.place), inOrder(b.place)) || compareText(a.printed, b.printed);
}

/** So that Table 2 stands before Table 10. */
function inOrder(place: string): string {
  return place.replace(/\d+/g, (digits) => digits.padStart(3, '0'));
}
