import { Injectable } from '@nestjs/common';
import type { ProficiencyScale } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

const SCALE: Statement = {
  name: 'scales_scale',
  text: `
    select s.max_level as "maxLevel",
           (select json_agg(json_build_object('level', l.level, 'label', l.label, 'anchor', l.anchor) order by l.level)
            from proficiency_level l where l.tenant_id = $1) as levels
    from proficiency_scale s where s.tenant_id = $1`,
};

const INSERT_SCALE: Statement = {
  name: 'scales_insert',
  text: 'insert into proficiency_scale (tenant_id, max_level) values ($1, $2)',
};

const INSERT_LEVELS: Statement = {
  name: 'scales_insert_levels',
  text: `
    insert into proficiency_level (tenant_id, level, label, anchor)
    select $1, l.level, l.label, l.anchor from json_to_recordset($2) as l (level smallint, label text, anchor text)`,
};

@Injectable()
export class ScalesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async scale(context: RequestContext): Promise<ProficiencyScale | undefined> {
    return (await this.unitOfWork.read<ProficiencyScale>(context, SCALE, [context.tenantId]))[0];
  }

  async insert(context: TransactionContext, scale: ProficiencyScale): Promise<void> {
    await this.unitOfWork.read(context, INSERT_SCALE, [context.tenantId, scale.maxLevel]);
    await this.unitOfWork.read(context, INSERT_LEVELS, [context.tenantId, JSON.stringify(scale.levels)]);
  }
}
