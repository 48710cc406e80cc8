import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { systemContext, type Actor, type TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { SESSION_ENDED } from '#platform/events/event-stream';
import { Events } from '#platform/events/events';
import { AccessTokens } from './access-tokens.ts';
import { noSuchPersona, sessionOver, signInFailed } from './identity.errors.ts';
import { Passwords } from './passwords.ts';
import { formatToken, hashSecret, newSecret, parseToken, secretMatches } from './secret-token.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { TokensRepository } from './tokens.repository.ts';
import { type User, type UserAddress, UsersRepository } from './users.repository.ts';

const DAY_MS = 86_400_000;

/** A session that nobody uses ends after a week, and every one after thirty days. */
const REFRESH_TOKEN_MS = 7 * DAY_MS;
const SESSION_MS = 30 * DAY_MS;

/** Two tabs may send the same token at nearly the same time; after this it is a theft. */
const RACE_MS = 10_000;

export interface StartedSession {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenId: string;
  readonly refreshTokenExpiresAt: Date;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UsersRepository,
    private readonly tokens: TokensRepository,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly accessTokens: AccessTokens,
    private readonly events: Events,
  ) {}

  /** Who this is, or a refusal that does not say what was wrong. */
  async authenticate(email: string, password: string, address: string, now: Date): Promise<UserAddress> {
    const account = email.trim().toLowerCase();
    this.limits.assertAllowed(address, account, now.getTime());
    const found = await this.users.addressOf(account);
    const user =
      found && (await this.users.byId(systemContext(found.tenantId, 'sign-in', now), found.userId));
    // Also without a user: the time that it takes must not tell.
    const right = await this.passwords.matches(password, user?.passwordHash ?? null);
    if (!right || found === undefined) {
      this.limits.failed(address, account, now.getTime());
      throw signInFailed();
    }
    this.limits.succeeded(address, account);
    return found;
  }

  start(who: UserAddress, requestId: string, now: Date): Promise<StartedSession> {
    return this.unitOfWork.transaction(systemContext(who.tenantId, requestId, now), (context) =>
      this.startIn(context, who.userId),
    );
  }

  /** Inside the transaction that made the session's reason: a set-up, an invitation accepted. */
  async startIn(context: TransactionContext, userId: string): Promise<StartedSession> {
    const user = await this.users.byId(context, userId);
    if (user === undefined) throw signInFailed();
    await this.tokens.forgetOld(context, userId);
    return this.issue(context, user, uuidv7(), new Date(context.now.getTime() + SESSION_MS));
  }

  async startAsPersona(key: string, requestId: string, now: Date): Promise<StartedSession> {
    const address = await this.users.personaAddress(key);
    if (address === undefined) throw noSuchPersona();
    return this.start(address, requestId, now);
  }

  /** Each refresh token is used once; one that is used again ends its whole family, whoever holds it. */
  async refresh(token: string | undefined, requestId: string, now: Date): Promise<StartedSession> {
    const parsed = parseToken(token);
    if (parsed === null) throw sessionOver();
    const renewed = await this.unitOfWork.transaction(
      systemContext(parsed.tenantId, requestId, now),
      async (context) => {
        const known = await this.tokens.lockRefreshToken(context, parsed.id);
        if (known === undefined || !secretMatches(parsed.secret, known.secretHash)) return null;
        if (known.revokedAt !== null || known.expiresAt <= now || known.familyExpiresAt <= now) return null;
        if (known.usedAt !== null && now.getTime() - known.usedAt.getTime() > RACE_MS) {
          await this.end(context, known.family);
          return null;
        }
        const user = await this.users.byId(context, known.userId);
        if (user === undefined) return null;
        const session = await this.issue(context, user, known.family, known.familyExpiresAt);
        if (known.usedAt === null) await this.tokens.markUsed(context, known.id, session.refreshTokenId);
        return session;
      },
    );
    if (renewed === null) throw sessionOver();
    return renewed;
  }

  /** Signing out of what is over already is no fault. */
  async signOut(token: string | undefined, requestId: string, now: Date): Promise<void> {
    const parsed = parseToken(token);
    if (parsed === null) return;
    await this.unitOfWork.transaction(systemContext(parsed.tenantId, requestId, now), async (context) => {
      const known = await this.tokens.lockRefreshToken(context, parsed.id);
      if (known && secretMatches(parsed.secret, known.secretHash)) await this.end(context, known.family);
    });
  }

  private async end(context: TransactionContext, family: string): Promise<void> {
    await this.tokens.endFamily(context, family);
    await this.events.publish(context, { type: SESSION_ENDED, sessionId: family });
  }

  private async issue(
    context: TransactionContext,
    user: User,
    family: string,
    familyExpiresAt: Date,
  ): Promise<StartedSession> {
    const id = uuidv7();
    const secret = newSecret();
    const expiresAt = new Date(Math.min(context.now.getTime() + REFRESH_TOKEN_MS, familyExpiresAt.getTime()));
    await this.tokens.insertRefreshToken(context, {
      id,
      family,
      userId: user.id,
      secretHash: hashSecret(secret),
      issuedAt: context.now,
      expiresAt,
      familyExpiresAt,
      usedAt: null,
      successorId: null,
      revokedAt: null,
    });
    const signedIn = { tenantId: context.tenantId, sessionId: family, actor: actorOf(user) };
    return {
      ...this.accessTokens.issue(signedIn, context.now),
      refreshTokenId: id,
      refreshToken: formatToken({ tenantId: context.tenantId, id, secret }),
      refreshTokenExpiresAt: expiresAt,
    };
  }
}

function actorOf(user: User): Actor {
  const { id: userId, name, roles, workerNo, workerId } = user;
  return { userId, name, roles, workerNo, workerId };
}
