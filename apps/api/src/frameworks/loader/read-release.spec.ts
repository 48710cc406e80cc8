import { describe, expect, it } from '@jest/globals';
import { type ReleaseFiles, SMALL_RELEASE, someReleaseFiles } from '#builders/release-files';
import { MalformedRelease } from './fault.ts';
import { readRelease } from './read-release.ts';

type Csv = 'items.csv' | 'occupations.csv' | 'selections.csv';

/** The small release with one text replaced in one of its files. */
const edited = (file: Csv, from: string | RegExp, to: string): Partial<ReleaseFiles> => {
  const content = SMALL_RELEASE[file].replace(from, to);
  if (content === SMALL_RELEASE[file]) throw new Error('the edit changes nothing');
  return { [file]: content };
};

async function faultsOf(replaced: Partial<ReleaseFiles>): Promise<string[]> {
  const error = await readRelease(await someReleaseFiles(replaced)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MalformedRelease)) throw new Error('was not refused as malformed', { cause: error });
  return error.faults.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`);
}

describe('reading the files of a release', () => {
  it('takes well-formed files, items in code order where parts are numbers', async () => {
    const content = await readRelease(await someReleaseFiles());
    expect(content.items.map(({ code }) => code)).toEqual([
      '4',
      '4.2',
      '4.2.06',
      '4.2.06.2',
      '4.2.06.09',
      '4.2.06.10',
      '5',
      '5.1',
      '5.1.01',
      '5.1.01.01',
    ]);
    expect(content.items.find(({ code }) => code === '4.2.06.09')).toEqual({
      code: '4.2.06.09',
      kind: 'ksa',
      parentCode: '4.2.06',
      title: 'Robot programming',
      definition: "Writes, tests and changes a robot's program.",
      definitionSource: 'Long 2026',
      provisional: false,
    });
    expect(content.occupations).toHaveLength(3);
    expect(content.selections).toHaveLength(5);
  });

  it('takes a byte order mark and the line ends of Windows', async () => {
    const windows = Object.fromEntries(
      (['items.csv', 'occupations.csv', 'selections.csv'] as const).map((file) => [
        file,
        `\ufeff${SMALL_RELEASE[file].replaceAll('\n', '\r\n')}`,
      ]),
    );
    expect(await readRelease(await someReleaseFiles(windows))).toEqual(
      await readRelease(await someReleaseFiles()),
    );
  });

  const refused: [string, Partial<ReleaseFiles>, string][] = [
    [
      'a header that is not the agreed one',
      edited('items.csv', 'parent_code', 'parent'),
      'items.csv:1:3 the header must be',
    ],
    [
      'a header with a column too many',
      edited('selections.csv', 'count', 'count,more'),
      'selections.csv:1:5 the header',
    ],
    ['an empty file', { 'occupations.csv': '' }, 'occupations.csv:1:1 the file is empty'],
    [
      'a row with too few columns',
      edited('items.csv', '4,tier,,Industry-wide,,,no', '4,tier,,Industry-wide,,'),
      'items.csv:2:7 7 columns wanted, found 6',
    ],
    [
      'a row with too many columns',
      edited('selections.csv', 'materials,1', 'materials,1,9'),
      'selections.csv:6:5 4 columns wanted, found 5',
    ],
    [
      'an empty line',
      edited('occupations.csv', 'Vision', '\nVision'),
      'occupations.csv:3:2 4 columns wanted, found 1',
    ],
    [
      'a quote that is never closed',
      edited('items.csv', 'Sector', '"Sector'),
      'items.csv:8:4 Quote Not Closed',
    ],
    [
      'an unknown kind',
      edited('items.csv', '4.2.06.10,ksa', '4.2.06.10,skill'),
      'items.csv:6:2 kind: "skill" is none of',
    ],
    [
      'a code that stands twice',
      edited('items.csv', '4.2.06.10', '4.2.06.09'),
      'items.csv:6:1 code: "4.2.06.09" stands twice',
    ],
    [
      'a code with a space',
      edited('items.csv', '\n5,tier', '\n5 V,tier'),
      'items.csv:8:1 code: "5 V" is no code',
    ],
    [
      'an unknown parent',
      edited('items.csv', '5.1.01,sub-competency,5.1', '5.1.01,sub-competency,5.9'),
      'items.csv:10:3 parent_code: there is no item "5.9"',
    ],
    [
      'a parent of the wrong kind',
      edited('items.csv', 'ksa,5.1.01', 'ksa,5.1'),
      'items.csv:11:3 parent_code: "5.1" is a competency; the parent of a ksa is a sub-competency',
    ],
    [
      'a tier with a parent',
      edited('items.csv', '5,tier,', '5,tier,4'),
      'items.csv:8:3 parent_code: a tier has no parent',
    ],
    [
      'an item without a parent',
      edited('items.csv', '4.2,competency,4', '4.2,competency,'),
      'items.csv:3:3 parent_code: a competency needs a tier',
    ],
    ['an item without a title', edited('items.csv', 'Extrusion', ''), 'items.csv:11:4 title: is empty'],
    [
      'a title that begins with a blank',
      edited('items.csv', 'Extrusion', ' Extrusion'),
      'items.csv:11:4 title: begins or ends with white space',
    ],
    [
      'a character that is no text',
      edited('items.csv', 'Extrusion', 'Extru\u0000sion'),
      'items.csv:11:4 title: holds a character that is no text',
    ],
    [
      'something else than yes or no',
      edited('items.csv', 'Sensors,,,yes', 'Sensors,,,true'),
      'items.csv:7:7 provisional: "true" is none of yes, no',
    ],
    [
      'an unknown technology area',
      edited('occupations.csv', 'materials', 'plastics'),
      'occupations.csv:4:2 technology_area: "plastics" is none of',
    ],
    [
      'an occupation that stands twice in its area',
      edited('occupations.csv', 'Vision Engineers', 'Robotics Technicians'),
      'occupations.csv:3:1 title: "Robotics Technicians" stands twice',
    ],
    [
      'an occupation that nobody selected',
      edited('occupations.csv', 'automation,3', 'automation,0'),
      'occupations.csv:2:3 selected_by: "0" is not a positive whole number',
    ],
    [
      'a count that is no whole number',
      edited('selections.csv', 'automation,2', 'automation,2.5'),
      'selections.csv:2:4 count: "2.5" is not a positive whole number',
    ],
    [
      'a negative count',
      edited('selections.csv', 'automation,2', 'automation,-2'),
      'selections.csv:2:4 count: "-2"',
    ],
    [
      'a selection of an unknown KSA',
      edited('selections.csv', '5.1.01.01', '5.1.01.99'),
      'selections.csv:6:1 ksa_code: there is no KSA "5.1.01.99"',
    ],
    [
      'a selection of what is no KSA',
      edited('selections.csv', '5.1.01.01', '5.1.01'),
      'selections.csv:6:1 ksa_code: there is no KSA "5.1.01"',
    ],
    [
      'a selection by an unknown occupation',
      edited('selections.csv', '4.2.06.10,Vision', '4.2.06.10,Visual'),
      'selections.csv:4:2 occupation_title: there is no occupation "Visual Engineers"',
    ],
    [
      'a selection by an occupation of another area',
      edited('selections.csv', 'Process Technicians,materials', 'Process Technicians,electronics'),
      'selections.csv:6:2 occupation_title: there is no occupation "Process Technicians" in electronics',
    ],
    [
      'a selection that stands twice',
      edited('selections.csv', '4.2.06.10,Vision', '4.2.06.2,Vision'),
      'selections.csv:5:1 ksa_code: 4.2.06.2 and "Vision Engineers" in digital-automation stand twice',
    ],
    ['a description that is no JSON', { 'release.json': '{' }, 'release.json:1:1 is not JSON'],
    [
      'a description without a label',
      { 'release.json': SMALL_RELEASE['release.json'].replace('label', 'lable') },
      'release.json:1:1 /release/label',
    ],
  ];

  it.each(refused)('refuses %s, with file, line and column', async (_what, files, fault) => {
    expect((await faultsOf(files)).join('\n')).toContain(fault);
  });

  it('refuses bytes that are not UTF-8, and says where', async () => {
    const latin1 = Buffer.from(SMALL_RELEASE['items.csv'].replace('Extrusion', 'Extrusi\u00f3n'), 'latin1');
    expect(await faultsOf({ 'items.csv': latin1 })).toContain('items.csv:11:4 is not UTF-8');
  });

  it('names the line on which a record begins, when a field before it spans lines', async () => {
    const files = edited('items.csv', 'What runs production.', '"What runs\nproduction."');
    files['items.csv'] = (files['items.csv'] as string).replace('Extrusion', '');
    expect(await faultsOf(files)).toEqual(['items.csv:12:4 title: is empty']);
  });

  it('reports every fault, not the first alone', async () => {
    const files = {
      ...edited('occupations.csv', 'materials,2', 'materials,x'),
      ...edited('items.csv', 'Sensors', ''),
    };
    expect(await faultsOf(files)).toHaveLength(2);
  });
});
