import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { AssessmentsService } from './assessments.service.ts';
import {
  assignedRoleDto,
  type AssignedRoleDto,
  assignRoleDto,
  type AssignRoleDto,
} from './dto/role-assignment.dto.ts';

/** The writing half: an assignment and the assessment that it asks for come and go together. #roles has the list. */
@ApiTags('roles')
@Controller('role-assignments')
export class RoleAssignmentsWriteController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Post()
  @Access('role-assignments.edit')
  @ApiOperation({ summary: 'Assigns a published role profile to a worker, with a draft assessment.' })
  @ApiCreatedResponse({ standardSchema: assignedRoleDto })
  async assign(
    @Context() context: RequestContext,
    @Body({ schema: assignRoleDto }) body: AssignRoleDto,
  ): Promise<AssignedRoleDto> {
    return { ...(await this.assessments.assign(context, body)), ...body };
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('role-assignments.edit')
  @ApiOperation({ summary: 'Takes a role profile from a worker; their draft goes with it, ratings stay.' })
  @ApiNoContentResponse()
  unassign(@Context() context: RequestContext, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.assessments.unassign(context, id);
  }
}
