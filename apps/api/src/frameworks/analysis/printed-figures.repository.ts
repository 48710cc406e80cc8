import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ExplainedFigure } from './analysis.types.ts';

const PRINTED: Statement = {
  name: 'frameworks_printed_figures',
  text: `
    select figure, row_name as "row", column_name as "column", printed, reason from printed_figure
    where release_id = $1
    order by position`,
};

/** Reference data, like the releases themselves: no tenant is named. */
@Injectable()
export class PrintedFiguresRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In the order in which the report prints them; none of a release that no report is about. */
  ofRelease(context: RequestContext, releaseId: string): Promise<ExplainedFigure[]> {
    return this.unitOfWork.read<ExplainedFigure>(context, PRINTED, [releaseId]);
  }
}
