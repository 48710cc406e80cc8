import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { IfMatch, setEtag } from '#platform/http/etag';
import { listReply } from '#platform/http/list';
import { roleProfileDto, type RoleProfileDto, toRoleProfileDto } from '../dto/role-profile.dto.ts';
import type { RoleProfile } from '../roles.types.ts';
import {
  migrateProfileDto,
  type MigrateProfileDto,
  migrationQuery,
  type MigrationQuery,
  profileBehindDto,
  type ProfileBehindDto,
  profileMigrationDto,
  type ProfileMigrationDto,
  profileMigrationsQuery,
  type ProfileMigrationsQuery,
  toProfileBehindDto,
  toProfileMigrationDto,
} from './dto/profile-migration.dto.ts';
import { ProfileMigrationsService } from './profile-migrations.service.ts';

const ID = { schema: z.uuid() };

@ApiTags('roles')
@Controller()
export class ProfileMigrationsController {
  constructor(private readonly migrations: ProfileMigrationsService) {}

  @Get('profile-migrations')
  @Access('role-profiles.read')
  @ApiOperation({
    summary: 'The role profiles that are behind the current release, and what moving each takes.',
  })
  @ApiOkResponse({ standardSchema: z.array(profileBehindDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: profileMigrationsQuery }) query: ProfileMigrationsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileBehindDto[]> {
    const { rows, total } = await this.migrations.behind(context, query);
    return listReply(reply, 'profile-migrations', query, rows.map(toProfileBehindDto), total);
  }

  @Get('role-profiles/:id/migration')
  @Access('role-profiles.read')
  @ApiOperation({
    summary:
      'What moving a role profile to another release takes: what goes by itself, what is to be decided.',
  })
  @ApiOkResponse({ standardSchema: profileMigrationDto, description: 'With the ETag of the role profile.' })
  async plan(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @Query({ schema: migrationQuery }) { releaseId }: MigrationQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileMigrationDto> {
    const plan = await this.migrations.plan(context, id, releaseId ?? null);
    setEtag(reply, plan.profile.version);
    return toProfileMigrationDto(plan, await this.migrations.wayBack(context, plan.profile));
  }

  @Post('role-profiles/:id/migration')
  @HttpCode(200)
  @Access('role-profiles.edit')
  @ApiOperation({
    summary: 'Moves a role profile to another release, one decision for each step that needs one.',
  })
  @ApiOkResponse({ standardSchema: roleProfileDto })
  async migrate(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body({ schema: migrateProfileDto }) body: MigrateProfileDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto> {
    return tagged(reply, await this.migrations.migrate(context, id, version, body));
  }

  @Post('role-profiles/:id/migration/undo')
  @HttpCode(200)
  @Access('role-profiles.edit')
  @ApiOperation({
    summary:
      'Back to the former release: what was published before is published anew; a draft becomes what it was.',
    description:
      'Of the latest move, while the role profile is on the release that it was moved to; what was changed since goes.',
  })
  @ApiOkResponse({ standardSchema: roleProfileDto })
  async undo(
    @Context() context: RequestContext,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleProfileDto> {
    return tagged(reply, await this.migrations.undo(context, id, version));
  }
}

function tagged(reply: FastifyReply, profile: RoleProfile): RoleProfileDto {
  setEtag(reply, profile.version);
  return toRoleProfileDto(profile);
}
