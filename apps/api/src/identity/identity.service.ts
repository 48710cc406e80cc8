import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { permissionsOf, type Role } from '#domain';
import { CONFIG, type Config } from '#platform/config/config';
import {
  systemContext,
  type RequestContext,
  type TransactionContext,
} from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { MeDto } from './dto/session.dto.ts';
import { invitationGone, sessionOver } from './identity.errors.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { assertGoodPassword, Passwords } from './passwords.ts';
import { formatToken, hashSecret, newSecret, parseToken, secretMatches } from './secret-token.ts';
import { SessionsService, type StartedSession } from './sessions.service.ts';
import { TokensRepository } from './tokens.repository.ts';
import { type User, UsersRepository } from './users.repository.ts';

const INVITATION_MS = 14 * 86_400_000;

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The worker that this person is, when they are one. */
  readonly worker?: { readonly workerNo: number; readonly id: string };
  /** Where the caller's body says the address: for the refusal when it is taken. */
  readonly emailPointer?: string;
}

export interface NewPersona {
  readonly key: string;
  readonly userId: string;
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly position: number;
}

export interface OpenInvitation {
  readonly user: User;
  readonly organisation: string;
  readonly tenantId: string;
  readonly id: string;
}

@Injectable()
export class IdentityService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UsersRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly tokens: TokensRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  async me(context: RequestContext): Promise<MeDto> {
    const user = await this.users.byId(context, context.actor.userId ?? '');
    const organisation = await this.organisations.own(context);
    if (user === undefined || organisation === undefined) throw sessionOver();
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      organisation: {
        id: organisation.tenantId,
        name: organisation.name,
        demonstration: organisation.demonstration,
      },
      roles: [...user.roles],
      permissions: permissionsOf(user.roles),
      workerId: user.workerId,
    };
  }

  /** Without a password nobody signs in: an invitation or, in the demonstration, a persona is the way. */
  async createUser(
    context: TransactionContext,
    user: NewUser,
    passwordHash: string | null = null,
  ): Promise<string> {
    const { email, name, roles, worker, emailPointer = '/email' } = user;
    const id = uuidv7();
    const workerNo = worker?.workerNo ?? null;
    const workerId = worker?.id ?? null;
    await this.users.insert(
      context,
      { id, email, name, roles, workerNo, workerId, passwordHash },
      emailPointer,
    );
    return id;
  }

  /** The link is given back once: the database holds only the hash of its secret. */
  async invite(context: TransactionContext, user: NewUser): Promise<{ userId: string; link: string }> {
    const userId = await this.createUser(context, user);
    const id = uuidv7();
    const secret = newSecret();
    const expiresAt = new Date(context.now.getTime() + INVITATION_MS);
    await this.tokens.insertInvitation(context, {
      id,
      userId,
      secretHash: hashSecret(secret),
      createdAt: context.now,
      expiresAt,
      usedAt: null,
    });
    const token = formatToken({ tenantId: context.tenantId, id, secret });
    return { userId, link: `${this.config.publicUrl}/invitation/${token}` };
  }

  async openInvitation(token: string, now: Date): Promise<OpenInvitation> {
    const parsed = parseToken(token);
    if (parsed === null) throw invitationGone();
    const context = systemContext(parsed.tenantId, 'invitation', now);
    const known = await this.tokens.invitation(context, parsed.id);
    if (
      !known ||
      !secretMatches(parsed.secret, known.secretHash) ||
      known.usedAt !== null ||
      known.expiresAt <= now
    ) {
      throw invitationGone();
    }
    const user = await this.users.byId(context, known.userId);
    const organisation = await this.organisations.own(context);
    if (user === undefined || organisation === undefined) throw invitationGone();
    return { tenantId: parsed.tenantId, id: parsed.id, user, organisation: organisation.name };
  }

  async acceptInvitation(
    token: string,
    password: string,
    requestId: string,
    now: Date,
  ): Promise<StartedSession> {
    const { user, organisation, tenantId, id } = await this.openInvitation(token, now);
    assertGoodPassword(password, [user.name, user.email, organisation]);
    const passwordHash = await this.passwords.hash(password);
    return this.unitOfWork.transaction(systemContext(tenantId, requestId, now), async (context) => {
      if (!(await this.tokens.useInvitation(context, id))) throw invitationGone();
      await this.users.setPassword(context, user.id, passwordHash);
      return this.sessions.startIn(context, user.id);
    });
  }

  personas() {
    return this.users.personas();
  }

  /** A row here is a way in without a password: only the demonstration calls this. */
  addPersona(context: TransactionContext, persona: NewPersona): Promise<void> {
    return this.users.insertPersona(context, persona);
  }
}
