import { Inject, Injectable } from '@nestjs/common';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config/config';
import type { SessionDto } from './dto/session.dto.ts';
import type { StartedSession } from './sessions.service.ts';

/** The refresh token never reaches a script: it lives in this cookie, and the access token in the page's memory. */
@Injectable()
export class RefreshCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
    // The prefix binds it to this host and to https; without https the browser would refuse it.
    this.name = this.secure ? '__Host-refresh' : 'refresh';
  }

  /** SameSite=Strict keeps it from requests of other sites; the server refuses those by their Origin as well. */
  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  answer(reply: FastifyReply, session: StartedSession): SessionDto {
    const { refreshToken, refreshTokenExpiresAt, accessToken, expiresAt } = session;
    void reply
      .header('cache-control', 'no-store')
      .setCookie(this.name, refreshToken, { ...this.attributes(), expires: refreshTokenExpiresAt });
    return { accessToken, expiresAt: expiresAt.toISOString() };
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
