import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import { listReply } from '#platform/http/list';
import {
  invitedUserDto,
  type InvitedUserDto,
  inviteUserDto,
  type InviteUserDto,
  userDto,
  type UserDto,
  usersQuery,
  type UsersQuery,
} from './dto/user.dto.ts';
import type { ListedUser } from './users.repository.ts';
import { UsersService } from './users.service.ts';

@ApiTags('identity')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Access('users.read')
  @ApiOkResponse({ standardSchema: z.array(userDto) })
  async list(
    @Context() context: RequestContext,
    @Query({ schema: usersQuery }) query: UsersQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto[]> {
    const { rows, total } = await this.users.list(context, query);
    return listReply(reply, 'users', query, rows.map(toDto), total);
  }

  @Post()
  @Access('users.invite')
  @ApiCreatedResponse({ standardSchema: invitedUserDto })
  async invite(
    @Context() context: RequestContext,
    @Body({ schema: inviteUserDto }) body: InviteUserDto,
  ): Promise<InvitedUserDto> {
    const { user, invitationLink } = await this.users.invite(context, body);
    return { ...toDto(user), invitationLink };
  }
}

function toDto({ id, name, email, roles, workerId, createdAt }: ListedUser): UserDto {
  return { id, name, email, roles: [...roles], workerId, createdAt: createdAt.toISOString() };
}
