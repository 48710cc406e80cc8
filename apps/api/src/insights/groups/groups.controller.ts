import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { CoverService } from './cover.service.ts';
import {
  coverDto,
  type CoverDto,
  coverQuery,
  type CoverQuery,
  sharedGapsDto,
  type SharedGapsDto,
} from './dto/cover.dto.ts';
import {
  groupDaysDto,
  type GroupDaysDto,
  groupDaysQuery,
  type GroupDaysQuery,
  groupReadinessDto,
  type GroupReadinessDto,
} from './dto/group-readiness.dto.ts';
import { groupKey } from './dto/group.dto.ts';
import { skillsMatrixDto, type SkillsMatrixDto } from './dto/skills-matrix.dto.ts';
import { GroupsService } from './groups.service.ts';
import { MatrixService } from './matrix.service.ts';

const GROUP = { schema: groupKey };

@ApiTags('insights')
@Controller('groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly covers: CoverService,
    private readonly matrices: MatrixService,
  ) {}

  @Get(':group/readiness')
  @Access('insights.read')
  @ApiOperation({
    summary: 'How ready a team or the organisation is: the distribution, its means, who is qualified.',
  })
  @ApiOkResponse({ standardSchema: groupReadinessDto })
  readiness(
    @Context() context: RequestContext,
    @Param('group', GROUP) group: string,
  ): Promise<GroupReadinessDto> {
    return this.groups.readiness(context, group);
  }

  @Get(':group/readiness-by-day')
  @Access('insights.read')
  @ApiOperation({ summary: 'The same over time, as it was stored: the past is never computed again.' })
  @ApiOkResponse({ standardSchema: groupDaysDto })
  readinessByDay(
    @Context() context: RequestContext,
    @Param('group', GROUP) group: string,
    @Query({ schema: groupDaysQuery }) query: GroupDaysQuery,
  ): Promise<GroupDaysDto> {
    return this.groups.readinessByDay(context, group, query);
  }

  @Get(':group/cover')
  @Access('insights.read')
  @ApiOperation({
    summary:
      'How many meet each KSA against the minimum, and where everything hangs on one; on a day to come too.',
  })
  @ApiOkResponse({ standardSchema: coverDto })
  cover(
    @Context() context: RequestContext,
    @Param('group', GROUP) group: string,
    @Query({ schema: coverQuery }) query: CoverQuery,
  ): Promise<CoverDto> {
    return this.covers.cover(context, group, query);
  }

  @Get(':group/shared-gaps')
  @Access('insights.read')
  @ApiOperation({ summary: 'The gaps that most workers share, the most shared first.' })
  @ApiOkResponse({ standardSchema: sharedGapsDto })
  sharedGaps(
    @Context() context: RequestContext,
    @Param('group', GROUP) group: string,
  ): Promise<SharedGapsDto> {
    return this.groups.sharedGaps(context, group);
  }

  @Get(':group/matrix')
  @Access('insights.read')
  @ApiOperation({
    summary: 'A team’s workers by KSAs: attained, required, verified, expiry, as byte columns.',
  })
  @ApiOkResponse({ standardSchema: skillsMatrixDto })
  matrix(
    @Context() context: RequestContext,
    @Param('group', { schema: z.uuid() }) group: string,
  ): Promise<SkillsMatrixDto> {
    return this.matrices.matrix(context, group);
  }
}
