import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { testDatabase } from '#support/database';
import { CopyWriter } from './copy-writer.ts';

describe('rows for COPY', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
    await client.connect();
  });
  afterAll(() => client.end());

  test('arrive as they were written, whatever their size', async () => {
    await client.query(`create temporary table copied (
      place int, small smallint, big bigint, yes boolean, at timestamptz, day date, words text, raw bytea, id uuid,
      levels smallint[], seqs int[], flags boolean[])`);
    const writer = new CopyWriter();
    const raw = new Uint8Array(3_000_000).fill(7);
    writer.header();
    writer.row(12);
    writer.int4(1);
    writer.int2(-2);
    writer.int8(-9_007_199_254_740_991);
    writer.boolean(true);
    writer.timestamp(-1);
    writer.date(366);
    writer.text('Größe');
    writer.bytes(raw);
    writer.bytes(Buffer.from('0198000000007000800000000000000f', 'hex'));
    writer.int2Array([9, -1, 4, 9], 1, 3);
    writer.int4Array([2_147_483_647, -1]);
    writer.booleanArray([0, 1]);
    writer.row(12);
    writer.int4(2);
    for (let field = 0; field < 8; field += 1) writer.null();
    writer.int2Array([]);
    writer.int4Array([]);
    writer.booleanArray([]);
    writer.trailer();
    const size = writer.size;
    const taken = writer.take();
    expect(taken).toHaveLength(size);
    await pipeline([taken], client.query(copyFrom('copy copied from stdin (format binary)')));

    const { rows } = await client.query<Record<string, unknown>>(
      `select *, at at time zone 'UTC' as at, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as at,
              day::text as day, length(raw) as raw from copied order by place`,
    );
    expect(rows).toEqual([
      {
        place: 1,
        small: -2,
        big: '-9007199254740991',
        yes: true,
        at: '1999-12-31 23:59:59',
        day: '2001-01-01',
        words: 'Größe',
        raw: raw.length,
        id: '01980000-0000-7000-8000-00000000000f',
        levels: [-1, 4],
        seqs: [2_147_483_647, -1],
        flags: [false, true],
      },
      {
        place: 2,
        small: null,
        big: null,
        yes: null,
        at: null,
        day: null,
        words: null,
        raw: null,
        id: null,
        levels: [],
        seqs: [],
        flags: [],
      },
    ]);
  });
});
