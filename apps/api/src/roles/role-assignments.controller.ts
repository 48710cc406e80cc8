import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  roleAssignmentDto,
  type RoleAssignmentDto,
  roleAssignmentsQuery,
  type RoleAssignmentsQuery,
  toRoleAssignmentDto,
} from './dto/role-assignment.dto.ts';
import { RolesService } from './roles.service.ts';

/** The reading half: assigning makes a draft assessment as well, so its routes live in `assessments`. */
@ApiTags('roles')
@Controller('role-assignments')
export class RoleAssignmentsController {
  constructor(private readonly roles: RolesService) {}

  @Get()
  @Access('role-assignments.read')
  @ApiOkResponse({ standardSchema: z.array(roleAssignmentDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: roleAssignmentsQuery }) query: RoleAssignmentsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleAssignmentDto[]> {
    const { rows, total } = await this.roles.listAssignments(context, query);
    return listReply(reply, 'role-assignments', query, rows.map(toRoleAssignmentDto), total);
  }
}
