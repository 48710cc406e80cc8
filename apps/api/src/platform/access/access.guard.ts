import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { scopeOf } from '#domain';
import type { Actor } from '../context/request-context.ts';
import { Refusal } from '../problem/refusal.ts';
import { ACCESS, type AccessDeclaration } from './access.decorator.ts';

/** What the bearer strategy makes of a token that holds. */
export interface SignedIn {
  readonly tenantId: string;
  /** The family of refresh tokens that this access token came from. */
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
  }
}

/** Denies by default: a route is open only as far as its declaration says. */
@Injectable()
export class AccessGuard extends AuthGuard('bearer') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  // Not by the constructor: Nest puts the options of PassportModule in the place of those given there.
  override getAuthenticateOptions() {
    return { property: 'signedIn', session: false };
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const declaration = this.reflector.get<AccessDeclaration | undefined>(ACCESS, execution.getHandler());
    if (declaration?.kind === 'public') return true;
    if (declaration === undefined)
      throw new Refusal('forbidden', 'access-undeclared', 'This route is open to nobody.');

    await super.canActivate(execution);
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const { signedIn } = request;
    if (signedIn === undefined) throw new Refusal('unauthenticated', 'sign-in-needed', 'Sign in.');
    const { tenantId, actor } = signedIn;
    request.requestContext = { tenantId, actor, requestId: request.id, now: new Date() };
    if (scopeOf(actor.roles, declaration.permission) === null) {
      throw new Refusal(
        'forbidden',
        'not-permitted',
        `Your role does not have the permission ${declaration.permission}.`,
      );
    }
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false | null | undefined): User {
    if (error) throw error as Error;
    if (!user)
      throw new Refusal(
        'unauthenticated',
        'sign-in-needed',
        'Sign in: the access token is missing or does not hold.',
      );
    return user;
  }
}
