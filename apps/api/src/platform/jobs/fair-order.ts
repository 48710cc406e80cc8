import { PRIORITY_LIMIT } from 'bullmq';
import type { EntityManager } from 'typeorm';

/** Counted no further: whoever has as many outstanding stands at the end in any case, in order of arrival. */
const MOST_COUNTED = 10_000;

// From the index `outbox_outstanding` alone: what was handed over and is not done.
const OUTSTANDING = `
  select tenant_id as "tenantId", name,
         (select count(*)::int from (
            select from outbox where relayed_at is not null and tenant_id = line.tenant_id and name = line.name
             limit ${MOST_COUNTED}) counted) as jobs
    from unnest($1::uuid[], $2::text[]) line (tenant_id, name)`;

/** A queue's jobs of one organisation: a line of its own, whatever others have in that queue. */
export interface Line {
  readonly tenantId: string;
  readonly name: string;
}

/** Where the next job of a line stands, in BullMQ's terms: 1 is first, and 0, which would outrank it, is never given. */
export type NextPlace = (line: Line) => number;

/** A job stands behind as many as its own organisation has outstanding in that queue. Several follow each other. */
export async function places(manager: EntityManager, lines: readonly Line[]): Promise<NextPlace> {
  const each = [...new Map(lines.map((line) => [key(line), line])).values()];
  const counted = await manager.query<(Line & { jobs: number })[]>(OUTSTANDING, [
    each.map(({ tenantId }) => tenantId),
    each.map(({ name }) => name),
  ]);
  const last = new Map(counted.map((line) => [key(line), line.jobs]));
  return (line) => {
    const place = (last.get(key(line)) ?? 0) + 1;
    last.set(key(line), place);
    return Math.min(place, PRIORITY_LIMIT);
  };
}

const key = ({ tenantId, name }: Line) => `${tenantId} ${name}`;
