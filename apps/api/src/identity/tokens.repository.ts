import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { Invitation, RefreshToken } from './identity.entities.ts';

const LOCK_REFRESH: Statement = {
  name: 'tokens_lock_refresh',
  text: `select id, family, user_id as "userId", secret_hash as "secretHash", expires_at as "expiresAt",
                family_expires_at as "familyExpiresAt", used_at as "usedAt", revoked_at as "revokedAt"
           from refresh_token where tenant_id = $1 and id = $2 for update`,
};

const END_FAMILY: Statement = {
  name: 'tokens_end_family',
  text: 'update refresh_token set revoked_at = $3 where tenant_id = $1 and family = $2 and revoked_at is null',
};

const FORGET_OLD: Statement = {
  name: 'tokens_forget_old',
  text: 'delete from refresh_token where tenant_id = $1 and user_id = $2 and family_expires_at < $3',
};

const INVITATION: Statement = {
  name: 'tokens_invitation',
  text: `select id, user_id as "userId", secret_hash as "secretHash", expires_at as "expiresAt", used_at as "usedAt"
           from invitation where tenant_id = $1 and id = $2`,
};

const USE_INVITATION: Statement = {
  name: 'tokens_use_invitation',
  text: `update invitation set used_at = $3
          where tenant_id = $1 and id = $2 and used_at is null and expires_at > $3 returning id`,
};

type KnownRefreshToken = Pick<
  RefreshToken,
  'id' | 'family' | 'userId' | 'secretHash' | 'expiresAt' | 'familyExpiresAt' | 'usedAt' | 'revokedAt'
>;

type KnownInvitation = Pick<Invitation, 'id' | 'userId' | 'secretHash' | 'expiresAt' | 'usedAt'>;

@Injectable()
export class TokensRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Two tabs that refresh at once come one after the other. */
  async lockRefreshToken(context: TransactionContext, id: string): Promise<KnownRefreshToken | undefined> {
    const [token] = await this.unitOfWork.read<KnownRefreshToken>(context, LOCK_REFRESH, [
      context.tenantId,
      id,
    ]);
    return token;
  }

  async insertRefreshToken(
    context: TransactionContext,
    token: Omit<RefreshToken, 'tenantId'>,
  ): Promise<void> {
    await context.manager.insert(RefreshToken, { tenantId: context.tenantId, ...token });
  }

  async markUsed(context: TransactionContext, id: string, successorId: string): Promise<void> {
    await context.manager.update(
      RefreshToken,
      { tenantId: context.tenantId, id },
      { usedAt: context.now, successorId },
    );
  }

  async endFamily(context: TransactionContext, family: string): Promise<void> {
    await this.unitOfWork.read(context, END_FAMILY, [context.tenantId, family, context.now]);
  }

  async forgetOld(context: TransactionContext, userId: string): Promise<void> {
    await this.unitOfWork.read(context, FORGET_OLD, [context.tenantId, userId, context.now]);
  }

  async insertInvitation(
    context: TransactionContext,
    invitation: Omit<Invitation, 'tenantId'>,
  ): Promise<void> {
    await context.manager.insert(Invitation, { tenantId: context.tenantId, ...invitation });
  }

  async invitation(context: RequestContext, id: string): Promise<KnownInvitation | undefined> {
    const [invitation] = await this.unitOfWork.read<KnownInvitation>(context, INVITATION, [
      context.tenantId,
      id,
    ]);
    return invitation;
  }

  /** False when another request was first. */
  async useInvitation(context: TransactionContext, id: string): Promise<boolean> {
    return (
      (await this.unitOfWork.read(context, USE_INVITATION, [context.tenantId, id, context.now])).length === 1
    );
  }
}
