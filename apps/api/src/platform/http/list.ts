import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** What a list is asked for, in the dialect of react-admin's simple-rest provider. */
export interface ListQuery<Field extends string = string, Filter extends object = Record<string, unknown>> {
  readonly sort: { readonly field: Field; readonly order: 'ASC' | 'DESC' };
  readonly range: { readonly first: number; readonly last: number };
  readonly offset: number;
  readonly limit: number;
  readonly filter: Filter;
}

const MOST_ROWS = 1000;

/** A parameter that is JSON text: a broken one is a fault of that parameter, not of the server. */
export function json<Schema extends z.ZodType>(schema: Schema, byDefault: string) {
  return z
    .string()
    .max(10_000)
    .default(byDefault)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/**
 * `@Query({ schema: workersQuery }) query: ListQuery<...>`: `sort` names the fields that may be sorted by (the first is
 * the default), `filter` is the zod object of what may be filtered by; anything else is refused.
 */
export function listQuery<const Field extends string, Filter extends z.ZodRawShape>(allowed: {
  sort: readonly [Field, ...Field[]];
  filter?: Filter;
  pageSize?: number;
}) {
  const pageSize = allowed.pageSize ?? 25;
  const filter = z.strictObject((allowed.filter ?? {}) as Filter);
  return z
    .strictObject({
      sort: json(
        z.tuple([z.enum(allowed.sort), z.enum(['ASC', 'DESC'])]),
        JSON.stringify([allowed.sort[0], 'ASC']),
      ),
      range: json(
        z
          .tuple([z.int().min(0), z.int().min(0)])
          .refine(([first, last]) => last >= first, 'ends before it begins')
          .refine(([first, last]) => last - first < MOST_ROWS, `spans more than ${MOST_ROWS} rows`),
        JSON.stringify([0, pageSize - 1]),
      ),
      filter: json(filter, '{}'),
    })
    .transform(({ sort, range, filter: wanted }) => ({
      sort: { field: sort[0], order: sort[1] },
      range: { first: range[0], last: range[1] },
      offset: range[0],
      limit: range[1] - range[0] + 1,
      filter: wanted as z.output<z.ZodObject<Filter>>,
    }));
}

/** Says in Content-Range which rows of how many these are, and hands the rows back. */
export function listReply<Row>(
  reply: FastifyReply,
  resource: string,
  query: Pick<ListQuery, 'range'>,
  rows: Row[],
  total: number,
): Row[] {
  const span = rows.length === 0 ? '*' : `${query.range.first}-${query.range.first + rows.length - 1}`;
  void reply.header('content-range', `${resource} ${span}/${total}`);
  return rows;
}
