import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, Public } from '#platform/access/access.decorator';
import type { RequestContext } from '#platform/context/request-context';
import { Context } from '#platform/http/context.decorator';
import {
  meDto,
  type MeDto,
  personaDto,
  type PersonaDto,
  personaSignInDto,
  type PersonaSignInDto,
  sessionDto,
  type SessionDto,
  signInDto,
  type SignInDto,
} from './dto/session.dto.ts';
import { IdentityService } from './identity.service.ts';
import { LocalGuard, signedInBy } from './local.strategy.ts';
import { RefreshCookie } from './refresh-cookie.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('identity')
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly identity: IdentityService,
    private readonly cookie: RefreshCookie,
  ) {}

  @Get('personas')
  @Public('shown on the sign-in page; empty but in the demonstration')
  @ApiOkResponse({ standardSchema: z.array(personaDto) })
  personas(): Promise<PersonaDto[]> {
    return this.identity.personas();
  }

  @Post('sessions')
  @Public('signs in')
  @UseGuards(LocalGuard)
  @ApiCreatedResponse({ standardSchema: sessionDto })
  async signIn(
    // Looked at by the guard; named here for its shape.
    @Body({ schema: signInDto }) _credentials: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.sessions.start(signedInBy(request), request.id, new Date());
    return this.cookie.answer(reply, session);
  }

  @Post('sessions/persona')
  @Public('signs in as one of the demonstration’s people')
  @ApiCreatedResponse({ standardSchema: sessionDto })
  async signInAsPersona(
    @Body({ schema: personaSignInDto }) { key }: PersonaSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.cookie.answer(reply, await this.sessions.startAsPersona(key, request.id, new Date()));
  }

  @Post('sessions/refresh')
  @Public('the refresh token in the cookie says who')
  @ApiCreatedResponse({ standardSchema: sessionDto })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.cookie.answer(
      reply,
      await this.sessions.refresh(this.cookie.read(request), request.id, new Date()),
    );
  }

  @Delete('sessions/current')
  @Public('the refresh token in the cookie says which')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Signed out' })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(this.cookie.read(request), request.id, new Date());
    this.cookie.clear(reply);
  }

  @Get('me')
  @Access('me.read')
  @ApiOkResponse({ standardSchema: meDto })
  me(@Context() context: RequestContext): Promise<MeDto> {
    return this.identity.me(context);
  }
}
