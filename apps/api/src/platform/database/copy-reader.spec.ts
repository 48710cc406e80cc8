import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '#support/database';
import { copyOut } from './copy.ts';
import { CopyReader } from './copy-reader.ts';

const ROWS = `
  select place, case when place % 3 = 0 then null else place * $1::int end, decode(repeat('ab', place % 400), 'hex')
  from generate_series(1, $2::int) place where $3::text = 'it''s' and $4::int is null`;
const COUNT = 5000;

describe('rows of COPY', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
    await client.connect();
  });
  afterAll(() => client.end());

  const copied = async (take: (piece: Buffer) => void) =>
    copyOut(client, ROWS, [-2, COUNT, `it's`, null], take);

  test.each([1, 7, 19, 1000, Number.POSITIVE_INFINITY])(
    'are read as they were sent, cut into pieces of %s bytes; twice by one reader',
    async (size) => {
      const all: Buffer[] = [];
      await copied((piece) => all.push(Buffer.from(piece)));
      const bytes = Buffer.concat(all);
      const reader = new CopyReader();
      for (let time = 0; time < 2; time += 1) {
        let place = 0;
        let wrong = 0;
        reader.reset();
        const step = Math.min(size, bytes.length);
        for (let at = 0; at < bytes.length; at += step) {
          reader.push(bytes.subarray(at, at + step));
          while (reader.next()) {
            place += 1;
            const isNull = place % 3 === 0;
            const raw = reader.bytes(2);
            const right =
              reader.int4(0) === place &&
              reader.isNull(1) === isNull &&
              (isNull || reader.int4(1) === -2 * place) &&
              raw.length === place % 400 &&
              raw.every((byte) => byte === 0xab);
            if (!right) wrong += 1;
          }
        }
        expect({ place, wrong }).toEqual({ place: COUNT, wrong: 0 });
      }
    },
  );

  test('leave the connection of use when whoever reads them fails, and the failure is told', async () => {
    let pieces = 0;
    const failing = copied(() => {
      pieces += 1;
      if (pieces === 2) throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    expect(pieces).toBe(2);
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('that the server refuses are an error, and the connection is of use afterwards', async () => {
    await expect(
      copyOut(
        client,
        'select 1 / (place - 3000) from generate_series(1, $1) place',
        [COUNT],
        () => undefined,
      ),
    ).rejects.toThrow('division by zero');
    await expect(copyOut(client, 'select $2', [1], () => undefined)).rejects.toThrow('names a parameter');
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});
