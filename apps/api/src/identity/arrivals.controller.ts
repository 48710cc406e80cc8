import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '#platform/access/access.decorator';
import {
  acceptInvitationDto,
  type AcceptInvitationDto,
  invitationDto,
  type InvitationDto,
  setUpDto,
  type SetUpDto,
  setUpStateDto,
  type SetUpStateDto,
} from './dto/arrival.dto.ts';
import { sessionDto, type SessionDto } from './dto/session.dto.ts';
import { IdentityService } from './identity.service.ts';
import { RefreshCookie } from './refresh-cookie.ts';
import { SetUpService } from './set-up.service.ts';

const token = z.string().max(200);

/** How people get in for the first time. */
@ApiTags('identity')
@Controller()
export class ArrivalsController {
  constructor(
    private readonly setUp: SetUpService,
    private readonly identity: IdentityService,
    private readonly cookie: RefreshCookie,
  ) {}

  @Get('set-up')
  @Public('asked before there is anybody')
  @ApiOkResponse({ standardSchema: setUpStateDto })
  async setUpState(): Promise<SetUpStateDto> {
    return { open: await this.setUp.isOpen() };
  }

  @Post('set-up')
  @Public('the set-up code says that this is whoever started the server')
  @ApiCreatedResponse({ standardSchema: sessionDto })
  async carryOutSetUp(
    @Body({ schema: setUpDto }) body: SetUpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.cookie.answer(reply, await this.setUp.carryOut(body, request.id, new Date()));
  }

  @Get('invitations/:token')
  @Public('the token is the invitation')
  @ApiOkResponse({ standardSchema: invitationDto })
  async invitation(@Param('token', { schema: token }) text: string): Promise<InvitationDto> {
    const { user, organisation } = await this.identity.openInvitation(text, new Date());
    return { name: user.name, email: user.email, organisation };
  }

  @Post('invitations/:token')
  @Public('the token is the invitation')
  @ApiCreatedResponse({ standardSchema: sessionDto })
  async accept(
    @Param('token', { schema: token }) text: string,
    @Body({ schema: acceptInvitationDto }) { password }: AcceptInvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.cookie.answer(
      reply,
      await this.identity.acceptInvitation(text, password, request.id, new Date()),
    );
  }
}
