import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { manyRows } from '#builders/release-documents';
import { type ReleaseDocument, releaseJson } from '#domain';
import { FrameworksModule, ReleaseExportService, ReleaseImportService, XLSX_TYPE } from '#frameworks';
import { type RequestContext, systemContext } from '#platform/context/request-context';
import { FileBody } from '#platform/http/file-body';
import { benchApplication } from '../application.ts';
import { distribution } from '../distribution.ts';
import type { Bench, Measure, Measurement } from '../measurement.ts';
import { watchingTurns } from '../turns.ts';
import { copyAndInsert } from '../yardsticks/release-rows.ts';

/**
 * A release of 50,000 rows from a file into a draft, each format read, checked and stored as the product does it, beside
 * COPY and INSERT … SELECT of the same rows without any check. What it costs the others: the event loop's longest turn,
 * and memory.
 */
const ROWS = 50_000;
const ROUNDS = 5;

const FORMATS = { json: 'application/json', csv: 'application/zip', xlsx: XLSX_TYPE } as const;
type Format = keyof typeof FORMATS;

/** A sheet of 50,000 rows is 40 MB of XML before anything of it is known. */
const MOST_RATIO: Readonly<Record<Format, number>> = { json: 1.5, csv: 1.5, xlsx: 2.5 };

interface Prepared {
  readonly context: RequestContext;
  readonly admin: pg.Client;
  readonly imports: ReleaseImportService;
  readonly exports: ReleaseExportService;
  readonly document: ReleaseDocument;
  readonly files: Readonly<Record<Format, Buffer>>;
}

export const measurement: Measure = {
  name: 'release-import',
  async run(bench) {
    const rows = ROWS / (bench.quick ? 10 : 1);
    const database = await (await bench.cluster()).migratedDatabase('release_import');
    const application = await benchApplication(database, FrameworksModule);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    try {
      const context = curator();
      const document = manyRows(rows);
      const imports = application.get(ReleaseImportService);
      const exports = application.get(ReleaseExportService);
      const files = await filesOf({ context, imports, exports, document, admin });
      const prepared = { context, admin, imports, exports, document, files };
      const { content } = document;
      const note = `${content.items.length} items, ${content.selections.length} selections, ${content.occupations.length} occupations`;
      // First, while the process has not yet grown.
      const costs = await cost(bench, prepared, note);
      const speeds: Measurement[] = [];
      for (const format of ['json', 'csv', 'xlsx'] as const)
        speeds.push(await speed(bench, prepared, format, note));
      return [...speeds, ...costs];
    } finally {
      await admin.end();
      await application.close();
    }
  },
};

function curator(): RequestContext {
  const context = systemContext(uuidv7(), 'bench', new Date());
  return { ...context, actor: { ...context.actor, roles: ['taxonomy-curator'] } };
}

const imported = ({ imports, context, files }: Prepared, format: Format) =>
  imports.import(context, new FileBody(FORMATS[format], Readable.from(pieces(files[format]))), {});

/** As a socket gives them. */
function* pieces(file: Buffer): Generator<Buffer> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
}

const emptied = async ({ admin }: Pick<Prepared, 'admin'>) => {
  await admin.query('truncate framework cascade');
};

async function filesOf(given: Omit<Prepared, 'files'>): Promise<Record<Format, Buffer>> {
  const json = Buffer.from([...releaseJson(given.document)].join(''));
  const { release } = await imported({ ...given, files: { json, csv: json, xlsx: json } }, 'json');
  const file = async (format: Format) =>
    buffer((await given.exports.export(given.context, release?.id ?? '', { format })).stream);
  return { json, csv: await file('csv'), xlsx: await file('xlsx') };
}

async function speed(bench: Bench, prepared: Prepared, format: Format, note: string): Promise<Measurement> {
  const yardstick = copyAndInsert(prepared.admin, prepared.document);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, work] of [() => imported(prepared, format), () => yardstick.fill()].entries()) {
      await emptied(prepared);
      const began = performance.now();
      await work();
      if (round > 0) times[place as 0 | 1].push(performance.now() - began);
    }
  }
  const [ours, theirs] = [distribution(times[0]).p50, distribution(times[1]).p50];
  bench.say(`${format}: ${Math.round(ours)} ms; COPY and INSERT … SELECT ${Math.round(theirs)} ms`);
  return {
    name: `a release from ${format.toUpperCase()} into a draft`,
    value: ours,
    unit: 'ms',
    yardstick: { name: 'COPY, then INSERT … SELECT, unchecked', value: theirs, unit: 'ms' },
    ratio: ours / theirs,
    target: `ratio <= ${MOST_RATIO[format]}`,
    meets: ours / theirs <= MOST_RATIO[format],
    note: `${note}; ${(prepared.files[format].length / 1024 / 1024).toFixed(1)} MB`,
  };
}

/** The worst of all formats, in and out. */
async function cost(bench: Bench, prepared: Prepared, note: string): Promise<Measurement[]> {
  let turn = 0;
  let growth = 0;
  for (const format of ['json', 'csv', 'xlsx'] as const) {
    await emptied(prepared);
    const before = process.memoryUsage().rss;
    let peak = before;
    const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
    let releaseId = '';
    const into = await watchingTurns(async () => {
      releaseId = (await imported(prepared, format)).release?.id ?? '';
    });
    const out = await watchingTurns(async () => {
      const { stream } = await prepared.exports.export(prepared.context, releaseId, { format });
      for await (const _ of stream);
    });
    turn = Math.max(turn, into.longest, out.longest);
    clearInterval(sampler);
    growth = Math.max(growth, (peak - before) / 1024 / 1024);
    bench.say(
      `${format}: longest turn ${Math.round(into.longest)} ms in, ${Math.round(out.longest)} ms out; ${Math.round((peak - before) / 1024 / 1024)} MB more at the peak`,
    );
  }
  return [
    {
      ...{ name: 'longest turn of the event loop (its own time), in and out', value: turn, unit: 'ms' },
      ...{ yardstick: null, ratio: null, target: '<= 50 ms', meets: turn <= 50, note },
    },
    {
      ...{ name: 'memory more at the peak, in and out', value: growth, unit: 'MB' },
      ...{ yardstick: null, ratio: null, target: '<= 200 MB', meets: growth <= 200, note },
    },
  ];
}
