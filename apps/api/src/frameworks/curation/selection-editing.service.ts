import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { cellsChanged, cellsUnknown } from './curation.errors.ts';
import type { Draft } from './curation.types.ts';
import { DraftsService } from './drafts.service.ts';
import type { EditSelectionsDto } from './dto/occupation-edit.dto.ts';

interface Cell {
  readonly occupationId: string;
  readonly ksaId: string;
  readonly from: number;
  readonly to: number;
}

interface SeenCell {
  readonly place: number;
  /** Null: the occupation, or the KSA, is not in the draft. */
  readonly lineage: string | null;
  readonly title: string | null;
  readonly ksaCode: string | null;
  readonly count: number;
}

const CELLS = `
  rows from (json_to_recordset($2) as ("occupationId" uuid, "ksaId" uuid, "from" int, "to" int)) with ordinality
    as c ("occupationId", "ksaId", "from", "to", place)`;

const SEEN: Statement = {
  name: 'selection_cells_seen',
  text: `
    select (c.place - 1)::int as place, o.lineage, o.title, i.code as "ksaCode", coalesce(s.count, 0) as count
    from ${CELLS}
    left join occupation o on o.release_id = $1 and o.id = c."occupationId"
    left join item i on i.release_id = $1 and i.id = c."ksaId" and i.kind = 'ksa'
    left join selection s on s.occupation_id = c."occupationId" and s.ksa_id = c."ksaId"
    order by c.place`,
};

const REMOVE: Statement = {
  name: 'selection_cells_remove',
  text: `
    delete from selection s using ${CELLS}
    where s.release_id = $1 and c."to" = 0 and s.occupation_id = c."occupationId" and s.ksa_id = c."ksaId"`,
};

const STORE: Statement = {
  name: 'selection_cells_store',
  text: `
    insert into selection (occupation_id, ksa_id, count, release_id)
    select c."occupationId", c."ksaId", c."to", $1 from ${CELLS} where c."to" > 0
    on conflict (occupation_id, ksa_id) do update set count = excluded.count`,
};

/** Whoever has seen one of them has seen it with other selections. */
const TOUCH: Statement = {
  name: 'selection_cells_touch',
  text: `
    with cell as (select c."occupationId", c."ksaId" from ${CELLS}),
         occupations as (update occupation o set version = version + 1
                         where o.release_id = $1 and o.id in (select "occupationId" from cell))
    update item i set version = version + 1 where i.release_id = $1 and i.id in (select "ksaId" from cell)`,
};

/** The matrix of occupations and KSAs of a draft, edited in bulk. */
@Injectable()
export class SelectionEditingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftsService,
  ) {}

  /** All cells or none: one that is not what the editor has seen refuses all. Gives how many were changed. */
  edit(context: RequestContext, releaseId: string, { cells, reason }: EditSelectionsDto): Promise<number> {
    return this.drafts.edit(context, releaseId, reason, async (transaction, draft) => {
      const seen = await this.seen(transaction, draft, cells);
      const changed = cells.filter(({ from, to }) => from !== to);
      if (changed.length > 0) {
        const values = [draft.id, JSON.stringify(changed)];
        await this.unitOfWork.read(transaction, REMOVE, values);
        await this.unitOfWork.read(transaction, STORE, values);
        await this.unitOfWork.read(transaction, TOUCH, values);
      }
      const byOccupation = Map.groupBy(
        seen.filter(({ place }) => (cells[place] as Cell).to !== (cells[place] as Cell).from),
        ({ lineage }) => lineage,
      );
      const counts = (those: readonly SeenCell[], which: 'from' | 'to') =>
        Object.fromEntries(those.map(({ ksaCode, place }) => [ksaCode ?? '', (cells[place] as Cell)[which]]));
      return {
        result: changed.length,
        changes: [...byOccupation].map(([lineage, those]) => ({
          ...{ subject: 'selection' as const, action: 'selected', lineage },
          before: { title: those[0]?.title, ksas: counts(those, 'from') },
          after: { title: those[0]?.title, ksas: counts(those, 'to') },
        })),
      };
    });
  }

  private async seen(
    context: TransactionContext,
    draft: Draft,
    cells: readonly Cell[],
  ): Promise<readonly SeenCell[]> {
    const seen = await this.unitOfWork.read<SeenCell>(context, SEEN, [draft.id, JSON.stringify(cells)]);
    const nothing = seen.filter(({ lineage, ksaCode }) => lineage === null || ksaCode === null);
    if (nothing.length > 0) {
      throw cellsUnknown(
        nothing.slice(0, 100).map(({ place, lineage }) => ({
          pointer: `/cells/${place}/${lineage === null ? 'occupationId' : 'ksaId'}`,
          detail: lineage === null ? 'is no occupation of the draft' : 'is no KSA of the draft',
        })),
      );
    }
    const twice = new Set<string>();
    const changed = seen.filter(({ place, count }) => {
      const { occupationId, ksaId, from } = cells[place] as Cell;
      const isTwice = twice.has(`${occupationId} ${ksaId}`);
      twice.add(`${occupationId} ${ksaId}`);
      return isTwice || count !== from;
    });
    if (changed.length > 0) {
      throw cellsChanged(
        changed.slice(0, 100).map(({ place, count, title, ksaCode }) => ({
          pointer: `/cells/${place}/from`,
          detail: `${title} selects ${ksaCode} ${count} times by now`,
        })),
      );
    }
    return seen;
  }
}
