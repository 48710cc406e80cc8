import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { AccessTokens } from './access-tokens.ts';
import type { SignedIn } from '#platform/access/access.guard';

type Verify = (token: string, done: (error: unknown, signedIn?: SignedIn | null) => void) => void;

/** passport-jwt speaks to jsonwebtoken, which has no EdDSA: this one reads the header and leaves the rest to us. */
class HeaderStrategy extends passport.Strategy {
  override readonly name = 'bearer';

  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    const [scheme, token, more] = ((request as FastifyRequest).headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token || more !== undefined) {
      this.fail(401);
      return;
    }
    this.verify(token, (error, signedIn) => {
      if (error) this.error(error);
      else if (signedIn) this.success(signedIn);
      else this.fail(401);
    });
  }
}

@Injectable()
export class BearerStrategy extends PassportStrategy(HeaderStrategy, 'bearer') {
  constructor(private readonly tokens: AccessTokens) {
    super();
  }

  validate(token: string): Promise<SignedIn | null> {
    return this.tokens.verify(token);
  }
}
