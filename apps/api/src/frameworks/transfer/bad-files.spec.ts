import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { jsonOf, manyRows, publishable } from '#builders/release-documents';
import { aTenant } from '#builders/tenant';
import { zipParts } from '#builders/zip-parts';
import { type ItemContent, tableColumns } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { FileBody } from '#platform/http/file-body';
import { testDatabase } from '#support/database';
import { csvArchive } from './formats/write-csv.ts';
import { workbook } from './formats/write-xlsx.ts';
import { type ZippedFile, zipped } from './formats/write-zip.ts';
import { FrameworksModule } from '../frameworks.module.ts';
import { withStoredFile } from './files/stored-file.ts';
import { ReleaseImportService, XLSX_TYPE } from './release-import.service.ts';

const JSON_TYPE = 'application/json';
const ZIP_TYPE = 'application/zip';

const ITEMS = `code,kind,parent_code,title,definition,definition_source,provisional
4,tier,,Industry-wide,,,no
4.1,competency,4,Operations,,,no
4.1.01,sub-competency,4.1,Automation,,,no
4.1.01.01,ksa,4.1.01,Robots,,,no
4.1.01.02,ksa,4.1.01,Sensors,,,no
`;
const OCCUPATIONS = `title,technology_area,selected_by,role_family
Technician,robots,2,
`;
const SELECTIONS = `ksa_code,occupation_title,technology_area,count
4.1.01.01,Technician,robots,1
`;

type Place = readonly [sheet: string | null, row: number | null, column: string | null, problem: string];

describe('a bad file', () => {
  let application: INestApplicationContext;
  let imports: ReleaseImportService;
  let curator: RequestContext;
  let admin: pg.Client;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    imports = application.get(ReleaseImportService, { strict: false });
    const tenant = await aTenant();
    curator = {
      ...tenant,
      actor: { ...tenant.actor, userId: uuidv7(), name: 'Noor', roles: ['taxonomy-curator'] },
    };
    admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await endApplication(application);
  });

  const counted = async () =>
    (
      await admin.query(
        `select (select count(*) from framework) as frameworks, (select count(*) from release) as releases,
                (select count(*) from item) as items, (select count(*) from technology_area) as areas,
                (select count(*) from occupation) as occupations, (select count(*) from release_change) as changes`,
      )
    ).rows as object[];
  const body = (file: Buffer | string, type: string) =>
    new FileBody(type, Readable.from([Buffer.isBuffer(file) ? file : Buffer.from(file)]));

  /** What the rehearsal tells; the import itself tells the same, and neither writes anything. */
  const told = async (file: Buffer | string, type: string): Promise<Place[]> => {
    const before = await counted();
    const choice = { label: uuidv7() };
    const { problems, problemCount, release } = await imports.rehearse(curator, body(file, type), choice);
    expect(release).toBeNull();
    expect(problemCount).toBe(problems.length);
    await expect(imports.import(curator, body(file, type), choice)).rejects.toMatchObject({
      code: 'release-file-not-sound',
      kind: 'invalid',
    });
    expect(await counted()).toEqual(before);
    return problems.map(({ sheet, row, column, problem }) => [sheet, row, column, problem]);
  };

  const file = (name: string, content: string | Buffer): ZippedFile => ({
    name,
    pieces: () => [Buffer.isBuffer(content) ? content : Buffer.from(content)],
  });
  const RELEASE = `key,value
framework_uri,https://frameworks.example/bad
framework_name,A framework
publisher,Nobody
licence,None
label,1
`;
  const tables = (changed: Record<string, string | Buffer> = {}) =>
    buffer(
      zipped(
        Object.entries({
          'release.csv': RELEASE,
          'items.csv': ITEMS,
          'occupations.csv': OCCUPATIONS,
          'selections.csv': SELECTIONS,
          ...changed,
        }).map(([name, content]) => file(name, content)),
      ),
    );
  const csv = async (changed: Record<string, string | Buffer>) => told(await tables(changed), ZIP_TYPE);

  const document = publishable('bad-json', '8');
  const withItems = (change: (items: ItemContent[]) => ItemContent[]): string => {
    const { content } = document;
    return jsonOf({ ...document, content: { ...content, items: change([...content.items]) } });
  };

  /** A sound workbook with one of its parts changed. */
  const changedWorkbook = async (part: string, change: (xml: string) => string): Promise<Buffer> => {
    const parts = await zipParts(await buffer(workbook(document)));
    expect(parts.has(part)).toBe(true);
    return buffer(zipped([...parts].map(([name, xml]) => file(name, name === part ? change(xml) : xml))));
  };
  const SHEETS = { items: 'xl/worksheets/sheet3.xml', occupations: 'xl/worksheets/sheet4.xml' };

  it('is none when it is sound', async () => {
    const { problems } = await imports.rehearse(curator, body(await tables(), ZIP_TYPE), { label: 'sound' });
    expect(problems).toEqual([]);
  });

  it('is none when an area is called as something that every object has', async () => {
    const changed = {
      'occupations.csv': OCCUPATIONS.replace('robots', 'constructor'),
      'selections.csv': SELECTIONS.replace('robots', 'constructor'),
    };
    const { release } = await imports.import(curator, body(await tables(changed), ZIP_TYPE), {
      label: uuidv7(),
    });
    const named = 'select name from technology_area where release_id = $1';
    expect((await admin.query(named, [release?.id])).rows).toEqual([{ name: 'constructor' }]);
  });

  it('has two items of one code', async () => {
    const twice = ITEMS + '4.1.01.01,ksa,4.1.01,Grippers,,,no\n';
    expect(await csv({ 'items.csv': twice })).toEqual([
      ['items', 7, 'code', 'another item has the code 4.1.01.01'],
    ]);
    const json = withItems((items) =>
      items.map((item) => (item.code === '4.1.01.02' ? { ...item, code: '4.1.01.01' } : item)),
    );
    expect(await told(json, JSON_TYPE)).toEqual([
      ['items', 5, 'code', 'another item has the code 4.1.01.01'],
    ]);
  });

  it('has a code of those that organisations’ own KSAs have', async () => {
    const own = ITEMS + 'own.1,ksa,4.1.01,Grippers,,,no\n';
    expect(await csv({ 'items.csv': own })).toEqual([
      ['items', 7, 'code', 'is kept for what an organisation has of its own'],
    ]);
  });

  it('has a title of which nothing is seen', async () => {
    const unseen = ITEMS + '4.1.01.09,ksa,4.1.01,\u200b,,,no\n';
    expect(await csv({ 'items.csv': unseen })).toEqual([['items', 7, 'title', 'is empty']]);
    const json = withItems((items) =>
      items.map((item) => (item.code === '4.1.01.02' ? { ...item, title: '\u2060' } : item)),
    );
    expect(await told(json, JSON_TYPE)).toEqual([['items', 4, 'title', 'is empty']]);
  });

  it('lacks a parent', async () => {
    expect(await csv({ 'items.csv': ITEMS.replace('ksa,4.1.01,Sensors', 'ksa,4.1.09,Sensors') })).toEqual([
      ['items', 6, 'parent_code', 'there is no item 4.1.09'],
    ]);
    expect(await csv({ 'items.csv': ITEMS.replace('ksa,4.1.01,Sensors', 'ksa,,Sensors') })).toEqual([
      ['items', 6, 'parent_code', 'a ksa stands under a sub-competency'],
    ]);
  });

  it('goes in circles', async () => {
    const circle = ITEMS.replace('4.1,competency,4,', '4.1,competency,4.1.01,');
    expect(await csv({ 'items.csv': circle })).toEqual([
      ['items', 3, 'parent_code', '4.1 stands under itself'],
      ['items', 4, 'parent_code', '4.1.01 stands under itself'],
    ]);
    const itself = withItems((items) =>
      items.map((item) => (item.code === '4' ? { ...item, parent: item.lineage } : item)),
    );
    expect(await told(itself, JSON_TYPE)).toEqual([['items', 1, 'parent', '4 stands under itself']]);
  });

  it('has a kind under the wrong one, and a KSA that is none', async () => {
    expect(await csv({ 'items.csv': ITEMS.replace('ksa,4.1.01,Sensors', 'ksa,4.1,Sensors') })).toEqual([
      ['items', 6, 'parent_code', 'a ksa stands under a sub-competency, and 4.1 is a competency'],
    ]);
    expect(await csv({ 'selections.csv': SELECTIONS + '4.1,Technician,robots,1\n' })).toEqual([
      ['selections', 3, 'ksa_code', '4.1 is a competency, not a KSA'],
    ]);
  });

  it('names what is not there', async () => {
    expect(
      await csv({ 'selections.csv': SELECTIONS + '9,Technician,robots,1\n4.1.01.02,Welder,robots,1\n' }),
    ).toEqual([
      ['selections', 3, 'ksa_code', 'there is no KSA 9'],
      ['selections', 4, 'occupation_title', 'there is no occupation Welder in robots'],
    ]);
    expect(await csv({ 'technology_areas.csv': 'code,name\nelectronics,Electronics\n' })).toEqual([
      ['occupations', 2, 'technology_area', 'there is no technology area robots'],
    ]);
  });

  it('says of something that became of it what cannot be', async () => {
    const [tier = '', , , one = '', two = ''] = document.content.items.map(({ lineage }) => lineage);
    const trade = document.content.occupations[0]?.lineage ?? '';
    const [gone, other] = [uuidv7(), uuidv7()];
    const place = async (
      ...those: (readonly [kind: string, from?: string, to?: string | null, subject?: string])[]
    ) => {
      const successions = those.map(([kind, from, to = null, subject = 'item']) => ({
        subject,
        kind,
        from,
        to,
      }));
      const json = JSON.stringify({ ...(JSON.parse(jsonOf(document)) as object), successions });
      return (await imports.rehearse(curator, body(json, JSON_TYPE), { label: uuidv7() })).problems.map(
        ({ row, column, problem }) => [row, column, problem],
      );
    };
    expect(
      await place(['retired', gone], ['split', other, one], ['merged', one, one], ['merged', tier, one]),
    ).toEqual([[4, 'from', 'is still in the release, and not among what it goes on as']]);
    expect(await place(['split', one, one], ['split', one, two], ['retired', gone, one])).toEqual([]);
    expect(await place(['merged', one, one], ['merged', gone, one])).toEqual([]);
    expect(await place(['retired', one, one])).toEqual([
      [1, 'from', 'is still in the release, so that it is not retired'],
    ]);
    expect(await place(['split', one, one])).toEqual([
      [1, 'from', 'goes on as itself alone, so that it is not split'],
    ]);
    expect(await place(['split', gone], ['merged', other])).toEqual([
      [1, 'to', 'is empty: only what is retired goes to nothing'],
      [2, 'to', 'is empty: only what is retired goes to nothing'],
    ]);
    expect(await place(['retired', gone], ['retired', gone, one])).toEqual([
      [1, 'to', 'is empty, though another row says what it goes to'],
    ]);
    expect(
      await place(['retired', gone, one, 'occupation'], ['retired', gone, trade], ['split', gone, other]),
    ).toEqual([
      [1, 'to', `there is no occupation ${one} in the release`],
      [2, 'to', `there is no item ${trade} in the release`],
      [3, 'to', `there is no item ${other} in the release`],
    ]);
    expect(await place(['split', gone, one], ['merged', gone, one])).toEqual([
      [2, 'to', 'the same succession stands twice'],
    ]);

    // As a table; and what an unsound row is called, nobody is to blame for naming.
    const header = 'subject,kind,from_lineage,to_lineage\n';
    expect(await csv({ 'successions.csv': `${header}item,split,${gone},${other}\n` })).toEqual([
      ['successions', 2, 'to_lineage', `there is no item ${other} in the release`],
    ]);
    const unsound = ITEMS.replace('provisional', 'provisional,lineage').replace(
      /,Sensors,,,no/,
      `,,,,no,${other}`,
    );
    expect(
      await csv({ 'items.csv': unsound, 'successions.csv': `${header}item,split,${gone},${other}\n` }),
    ).toEqual([['items', 6, 'title', 'is empty']]);
  });

  it('is in another encoding', async () => {
    const latin = Buffer.from(ITEMS.replace('Sensors', 'Senseurs à vis'), 'latin1');
    const utf8 = 'holds bytes that are no UTF-8 (Latin-1, perhaps): save the file as UTF-8';
    expect(await csv({ 'items.csv': latin })).toEqual([['items', 6, 'title', utf8]]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ITEMS, 'utf16le')]);
    const other = 'is encoded in UTF-16: save it as UTF-8';
    expect(await csv({ 'items.csv': utf16 })).toEqual([['items', 1, null, other]]);
    expect(await csv({ 'items.csv': Buffer.from(ITEMS, 'utf16le') })).toEqual([['items', 1, null, other]]);
    expect(await told(Buffer.from(jsonOf(document), 'utf16le'), JSON_TYPE)).toEqual([
      [null, null, null, other],
    ]);
    const json = Buffer.from(jsonOf(document).replace('Item 4.1.01"', 'Itém"'), 'latin1');
    expect(await told(json, JSON_TYPE)).toEqual([
      [null, null, null, 'is not encoded in UTF-8 from line 11 on: save it as UTF-8'],
    ]);
  });

  it('has formulas in its cells', async () => {
    const begins = "begins like a formula, and a spreadsheet would run it: put a ' before it if it is text";
    const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '"\t=1"'];
    const rows = titles.map((title, place) => `4.1.01.1${place},ksa,4.1.01,${title},,,no\n`);
    expect(await csv({ 'items.csv': ITEMS + rows.join('') })).toEqual(
      titles.map((_, place) => ['items', 7 + place, 'title', begins]),
    );
    const formula = await changedWorkbook(SHEETS.items, (xml) =>
      xml.replace(/<c r="D4"[^>]*>.*?<\/c>/, '<c r="D4" t="str"><f>HYPERLINK("http://x")</f><v>Item</v></c>'),
    );
    expect(await told(formula, XLSX_TYPE)).toEqual([
      ['items', 4, 'title', 'is a formula: only values are read'],
    ]);
  });

  it('has cells that are no text', async () => {
    const number = await changedWorkbook(SHEETS.items, (xml) =>
      xml
        .replace(/<c r="A5"[^>]*>.*?<\/c>/, '<c r="A5"><v>4.1</v></c>')
        .replace(/<c r="D4"[^>]*>.*?<\/c>/, '<c r="D4" t="e"><v>#REF!</v></c>')
        .replace(/<c r="G3"[^>]*>.*?<\/c>/, '<c r="G3" t="b"><v>1</v></c>'),
    );
    expect(await told(number, XLSX_TYPE)).toEqual([
      ['items', 3, 'provisional', 'is a truth value (TRUE): write it as text'],
      ['items', 4, 'title', 'is an error of the spreadsheet (#REF!)'],
      [
        ...(['items', 5, 'code'] as const),
        'is the number 4.1 to the spreadsheet, which would make 4.1 of 4.10: format the cell as text',
      ],
      // What the code was nobody knows, and something refers to it.
      ['selections', 2, 'ksa_code', 'there is no KSA 4.1.01.02'],
    ]);
  });

  it('has one row in ten broken: all of them are told, and no other', async () => {
    const parts = await zipParts(await buffer(csvArchive(manyRows(2_000))));
    const expected: Place[] = [];
    const rows = (parts.get('items.csv') ?? '')
      .trimEnd()
      .split('\r\n')
      .map((line, place) => {
        if (place === 0 || place % 10 !== 0) return line;
        const column = place % 30 === 0 ? 'title' : place % 20 === 0 ? 'kind' : 'provisional';
        const problem = {
          title: 'is empty',
          kind: 'is none of tier, competency, sub-competency, ksa',
          provisional: 'is none of yes, no',
        }[column];
        expected.push(['items', place + 1, column, problem]);
        return {
          title: line.replace(/,Item [^,]*,/, ',,'),
          kind: line.replace(/^([^,]*),[a-z-]+,/, '$1,maybe,'),
          provisional: line.replace(',no,', ',maybe,'),
        }[column];
      });
    expect(expected.length).toBeGreaterThan(90);
    parts.set('items.csv', rows.join('\r\n') + '\r\n');
    const zip = await buffer(zipped([...parts].map(([name, text]) => file(name, text))));
    expect(await told(zip, ZIP_TYPE)).toEqual(expected);
  });

  it('has other columns than a release has', async () => {
    expect(await csv({ 'items.csv': ITEMS.replace('code,kind', 'code,knid') })).toEqual([
      ['items', 1, 'knid', 'is no column of this table'],
      ['items', 1, 'kind', 'is missing: the first row names the columns'],
    ]);
    expect(await csv({ 'items.csv': ITEMS.replace(',Robots,,,no', ',Robots,,,no,x') })).toEqual([
      ['items', 5, null, 'has something in column H, which has no header'],
    ]);
    expect(await csv({ 'items.csv': '' })).toEqual([
      ['items', 1, null, 'is empty: the first row names the columns'],
    ]);
    expect(await csv({ 'printed.csv': 'a\n' })).toEqual([
      [
        ...(['printed', null, null] as const),
        'is no table of a release: those are release, technology_areas, items, occupations, selections, successions',
      ],
    ]);
  });

  it('has tables whose names end otherwise, or which are there twice', async () => {
    const zip = (files: [string, string][]) => buffer(zipped(files.map(([name, text]) => file(name, text))));
    const sound: [string, string][] = [
      ...([
        ['release.csv', RELEASE],
        ['x/Items.CSV', ITEMS],
        ['x/occupations.Csv', OCCUPATIONS],
      ] as const),
      ...([
        ['selections.CSV', SELECTIONS],
        ['__MACOSX/x/._items.csv', 'a'],
        ['x/.DS_Store', 'a'],
      ] as const),
      ...([['x/Thumbs.db', 'a']] as const),
    ].map(([name, text]) => [name, text]);
    const choice = { label: uuidv7() };
    const read = await imports.rehearse(curator, body(await zip(sound), ZIP_TYPE), choice);
    expect([read.problems, read.counts.selections]).toEqual([[], 1]);

    const noTable: unknown = expect.stringMatching(/^is no table of a release: /);
    const others: [string, string][] = ['README.md', 'selections.txt', 'x/release.zip'].map((name) => [
      name,
      '',
    ]);
    expect(await told(await zip([...sound, ...others]), ZIP_TYPE)).toEqual(
      ['README.md', 'selections.txt', 'release.zip'].map((name) => [name, null, null, noTable]),
    );
    for (const again of ['x/selections.csv', './selections.csv', 'SELECTIONS.CSV'])
      expect(await told(await zip([...sound, [again, SELECTIONS]]), ZIP_TYPE)).toContainEqual([
        ...(['selections', null, null, 'is there twice'] as const),
      ]);
    expect(await told(await zip([...sound, ['.selections.csv', SELECTIONS]]), ZIP_TYPE)).toEqual([
      ['.selections', null, null, noTable],
    ]);
    expect(await told(await zip([...sound, ['selections.CSV', '']]), ZIP_TYPE)).toContainEqual([
      ...([null, null, null, 'holds selections.CSV twice'] as const),
    ]);
    const parts = await zipParts(await buffer(workbook(document)));
    const twice = await zip([...parts, [SHEETS.items, parts.get(SHEETS.items) ?? '']]);
    expect(await told(twice, XLSX_TYPE)).toContainEqual([
      ...([null, null, null, `holds ${SHEETS.items} twice`] as const),
    ]);
  });

  it('has quotations that do not end', async () => {
    expect(await csv({ 'items.csv': ITEMS.replace('Robots', '"Robots') })).toEqual([
      ['items', 5, null, 'begins a quotation that does not end'],
    ]);
    expect(await csv({ 'items.csv': ITEMS.replace(',Robots,', ',"Rob"ots,') })).toEqual([
      ['items', 5, null, expect.stringMatching(/^is no CSV: Invalid Closing Quote: .* at line 5 /)],
    ]);
  });

  it('has rows of nothing but empty cells, which say nothing', async () => {
    const empty = ITEMS.replace('4.1.01.02', ',,,,,,\n4.1.01.02') + ',,,,,,\n\n';
    const rehearsed = await imports.rehearse(
      curator,
      body(await tables({ 'items.csv': `,,\n${empty}`, 'selections.csv': `${SELECTIONS},,,\n` }), ZIP_TYPE),
      { label: uuidv7() },
    );
    expect([rehearsed.problems, rehearsed.counts.items]).toEqual([[], 5]);
    // They are counted all the same.
    expect(await csv({ 'items.csv': empty.replace(',Sensors,', ',,') })).toEqual([
      ['items', 7, 'title', 'is empty'],
    ]);
  });

  it('has cells that are one, and cells far away', async () => {
    const merged = await changedWorkbook(SHEETS.items, (xml) =>
      xml.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="2"><mergeCell ref="D3:D4"/><mergeCell ref="A5:B5"/></mergeCells>',
      ),
    );
    const one = (range: string) =>
      `is one cell of several (${range}): divide them, and give each what it holds`;
    expect(await told(merged, XLSX_TYPE)).toEqual([
      ['items', 3, 'title', one('D3:D4')],
      ['items', 5, 'code', one('A5:B5')],
    ]);
    const far = await changedWorkbook(SHEETS.items, (xml) =>
      xml.replace(
        /<row r="4">(.*?)<\/row>/s,
        '<row r="4">$1<c r="XFC4"><v>1</v></c><c r="XFD4"><v>2</v></c></row>',
      ),
    );
    expect(await told(far, XLSX_TYPE)).toEqual([
      ['items', 4, null, 'has something in column XFC, which has no header'],
    ]);
  });

  it.each([
    ['', 'ends too early (line 1)'],
    ['[]', 'is no JSON object (line 1)'],
    ['{"items":[{}', 'ends too early (line 1)'],
    ['{"items":[{},]}', 'is no JSON: something is missing here (line 1)'],
    ['{"items":[\n{"a":}]}', 'is no JSON (line 2)'],
    ['{"items":{}}', 'holds no list as items (line 1)'],
    ['{"items":[],"items":[]}', 'has the key items twice (line 1)'],
    ['{"items":[]} x', 'goes on behind its end (line 1)'],
    ['{"items":[] "x":1}', 'is no JSON: } is wanted here (line 1)'],
    [`{"items":[${'['.repeat(300_000)}`, 'is too long for what stands here (line 1)'],
  ])('is no JSON: %.20s', async (text, problem) => {
    const places = await told(text, JSON_TYPE);
    expect(places.find(([sheet]) => sheet === null)).toEqual([null, null, null, problem]);
  });

  it('is JSON of something else', async () => {
    const places = await told(
      '{"schema":"manufacturing-skills/release/2","items":[1,{"__proto__":{}}]}',
      JSON_TYPE,
    );
    expect(places).toContainEqual(['schema', null, null, 'is none of manufacturing-skills/release/1']);
    expect(places).toContainEqual(['items', 1, null, 'is not an object']);
    expect(places).toContainEqual(['items', 2, '__proto__', 'is not known']);
    expect(places).toContainEqual(['occupations', null, null, 'is missing']);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'says %s where every object has something of that name',
    async (name) => {
      expect(await told(jsonOf(document).replace('{', `{"${name}":{},`), JSON_TYPE)).toEqual([
        [name, null, null, 'is not known'],
      ]);
      expect(await csv({ 'items.csv': ITEMS.replace('provisional', name) })).toEqual([
        ['items', 1, name.toLowerCase(), 'is no column of this table'],
      ]);
      expect(await csv({ 'release.csv': `${RELEASE}${name},x\n` })).toEqual([
        ['release', 7, 'key', expect.stringMatching(/^is none of schema, /)],
      ]);
      expect(await csv({ [`${name}.csv`]: 'a\n' })).toEqual([
        [name, null, null, expect.stringMatching(/^is no table of a release/)],
      ]);
      await expect(imports.rehearse(curator, body('{}', name), {})).rejects.toMatchObject({ status: 415 });
    },
  );

  it.each([
    ['no ZIP at all', Buffer.from('code,kind\n'), 'is no ZIP file, which an XLSX file is as well'],
    [
      'a workbook of the old kind',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'is a workbook of the old kind (.xls), or one with a password: save it as XLSX without one',
    ],
  ])('is %s', async (_, bytes, problem) => {
    expect((await told(bytes, XLSX_TYPE))[0]).toEqual([null, null, null, problem]);
  });

  it('is cut off', async () => {
    const whole = await tables();
    const [place] = await told(whole.subarray(0, whole.length / 2), ZIP_TYPE);
    expect(place?.[3]).toMatch(/^is a broken ZIP file: /);
  });

  const spaces = Buffer.alloc(1 << 20, 0x20);
  const bomb = (begin: string, megabytes: number): ZippedFile['pieces'] =>
    function* () {
      yield Buffer.from(begin);
      for (let piece = 0; piece < megabytes; piece += 1) yield spaces;
    };

  it('is a bomb dressed as a workbook', async () => {
    const parts = await zipParts(await buffer(workbook(document)));
    const dressed = (part: string, pieces: ZippedFile['pieces']) =>
      buffer(zipped([...parts].map(([name, xml]) => (name === part ? { name, pieces } : file(name, xml)))));
    const begin = '<?xml version="1.0"?><worksheet><sheetData>';
    const packed = await dressed(SHEETS.items, bomb(begin, 60));
    expect(packed.length).toBeLessThan(1 << 20);
    const rss = process.memoryUsage().rss;
    expect((await told(packed, XLSX_TYPE))[0]?.[3]).toMatch(
      /^(unpacks xl\/worksheets\/sheet3.xml to more than 150 times its size|is no workbook: .* holds a cell of more than any may)/,
    );
    expect(process.memoryUsage().rss - rss).toBeLessThan(150 << 20);
    const columns = tableColumns.items.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`);
    const rows = function* () {
      yield Buffer.from(`${begin}<row>${columns.join('')}</row>`);
      const empty = Buffer.from('<row/>'.repeat(200_000));
      for (let piece = 0; piece < 100; piece += 1) yield empty;
    };
    expect((await told(await dressed(SHEETS.items, rows), XLSX_TYPE))[0]?.[3]).toBe(
      'unpacks xl/worksheets/sheet3.xml to more than 150 times its size: no release does',
    );
    const entities =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
    expect(
      (await told(await dressed(SHEETS.items, () => [Buffer.from(entities)]), XLSX_TYPE))[0]?.[3],
    ).toMatch(/a document type has no business here/);
  }, 60_000);

  it('holds more files than any release', async () => {
    const many = Array.from({ length: 1_001 }, (_, place) => file(`${place}.csv`, ''));
    expect(await told(await buffer(zipped(many)), ZIP_TYPE)).toContainEqual([
      ...([null, null, null] as const),
      'holds 1001 files; no release has so many',
    ]);
  });

  it('leaves nothing behind on the disk', async () => {
    let path = '';
    const failing = withStoredFile(body('{}', JSON_TYPE), async (stored) => {
      path = stored;
      expect(await readFile(stored, 'utf8')).toBe('{}');
      throw new Error('broke');
    });
    await expect(failing).rejects.toThrow('broke');
    await expect(stat(dirname(path))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is larger than any that is taken', async () => {
    const endless = new FileBody(
      JSON_TYPE,
      Readable.from(
        (function* () {
          for (;;) yield spaces;
        })(),
      ),
    );
    await expect(imports.rehearse(curator, endless, {})).rejects.toMatchObject({ kind: 'too-large' });
  });
});
