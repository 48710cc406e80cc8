import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { signInFailed } from './identity.errors.ts';
import { SessionsService } from './sessions.service.ts';
import type { UserAddress } from './users.repository.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the local guard alone. */
    authenticated?: UserAddress;
  }
}

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly sessions: SessionsService) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  validate(request: unknown, email: unknown, password: unknown): Promise<UserAddress> {
    // The body's schema is looked at after this guard: here nothing is sure yet.
    if (
      typeof email !== 'string' ||
      typeof password !== 'string' ||
      email.length > 254 ||
      password.length > 1_000
    ) {
      throw signInFailed();
    }
    return this.sessions.authenticate(email, password, (request as FastifyRequest).ip, new Date());
  }
}

@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override getAuthenticateOptions() {
    return { property: 'authenticated', session: false };
  }

  override handleRequest<U>(error: unknown, user: U | false | null | undefined): U {
    if (error) throw error as Error;
    if (!user) throw signInFailed();
    return user;
  }
}

/** Whom the guard has let in. */
export function signedInBy({ authenticated }: FastifyRequest): UserAddress {
  if (authenticated === undefined) throw new Error('The local guard does not stand on this route.');
  return authenticated;
}
