import { Injectable } from '@nestjs/common';
import type { Role } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { UsersQuery } from './dto/user.dto.ts';
import { DemonstrationPersona, SignInAddress, UserAccount } from './identity.entities.ts';
import { emailTaken } from './identity.errors.ts';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly workerNo: number | null;
  readonly workerId: string | null;
  readonly passwordHash: string | null;
}

export interface ListedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly workerId: string | null;
  readonly createdAt: Date;
}

export interface UserAddress {
  readonly tenantId: string;
  readonly userId: string;
}

const COLUMNS = `id, email, display_name as name, roles, worker_no as "workerNo", worker_id as "workerId",
  password_hash as "passwordHash"`;

const BY_ID: Statement = {
  name: 'users_by_id',
  text: `select ${COLUMNS} from user_account where tenant_id = $1 and id = $2 and active`,
};

const FOUND = `from user_account where tenant_id = $1 and active
  and ($2::text is null or lower(display_name) like $2 or email like $2)`;

const SORTED_BY = { name: 'lower(display_name)', createdAt: 'created_at' } as const;

const list = ({ field, order }: UsersQuery['sort']): Statement => ({
  name: `users_list_${field}_${order}`,
  text: `select id, display_name as name, email, roles, worker_id as "workerId", created_at as "createdAt"
         ${FOUND} order by ${SORTED_BY[field]} ${order}, id limit $3 offset $4`,
});

const COUNT: Statement = { name: 'users_count', text: `select count(*)::int as total ${FOUND}` };

const ADDRESS: Statement = {
  name: 'users_address',
  text: 'select tenant_id as "tenantId", user_id as "userId" from sign_in_address where email = $1',
};

/** A row alone opens nothing: its organisation must be a demonstration too. */
const OF_A_DEMONSTRATION = `demonstration_persona persona join organisation_directory organisation using (tenant_id)
  where organisation.demonstration`;

const PERSONAS: Statement = {
  name: 'users_personas',
  text: `select key, persona.name, title, what from ${OF_A_DEMONSTRATION} order by position`,
};

const PERSONA_ADDRESS: Statement = {
  name: 'users_persona_address',
  text: `select tenant_id as "tenantId", user_id as "userId" from ${OF_A_DEMONSTRATION} and key = $1`,
};

const CLAIM_ADDRESS = `insert into sign_in_address (email, tenant_id, user_id) values ($1, $2, $3)
  on conflict (email) do nothing returning email`;

@Injectable()
export class UsersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Only whoever may still sign in. */
  async byId(context: RequestContext, id: string): Promise<User | undefined> {
    const [user] = await this.unitOfWork.read<User>(context, BY_ID, [context.tenantId, id]);
    return user;
  }

  async list(context: RequestContext, query: UsersQuery): Promise<{ rows: ListedUser[]; total: number }> {
    const { q } = query.filter;
    const pattern = containing(q);
    const found = [context.tenantId, pattern];
    const rows = await this.unitOfWork.read<ListedUser>(context, list(query.sort), [
      ...found,
      query.limit,
      query.offset,
    ]);
    const [counted] = await this.unitOfWork.read<{ total: number }>(context, COUNT, found);
    return { rows, total: counted?.total ?? 0 };
  }

  /** Read before any tenant is known. */
  async addressOf(email: string): Promise<UserAddress | undefined> {
    const [address] = await this.unitOfWork.readShared<UserAddress>(ADDRESS, [email.toLowerCase()]);
    return address;
  }

  personas(): Promise<{ key: string; name: string; title: string; what: string }[]> {
    return this.unitOfWork.readShared(PERSONAS, []);
  }

  async personaAddress(key: string): Promise<UserAddress | undefined> {
    const [address] = await this.unitOfWork.readShared<UserAddress>(PERSONA_ADDRESS, [key]);
    return address;
  }

  /** @throws when the address is taken, in whichever organisation: it says who signs in. */
  async insert(context: TransactionContext, user: User, emailPointer: string): Promise<void> {
    const { id, name: displayName, passwordHash, workerNo, workerId } = user;
    const email = user.email.toLowerCase();
    const roles = [...user.roles];
    await context.manager.insert(UserAccount, {
      tenantId: context.tenantId,
      id,
      email,
      displayName,
      passwordHash,
      roles,
      workerNo,
      workerId,
      active: true,
      createdAt: context.now,
    });
    const claimed = await context.manager.query<SignInAddress[]>(CLAIM_ADDRESS, [
      email,
      context.tenantId,
      id,
    ]);
    if (claimed.length === 0) throw emailTaken(emailPointer);
  }

  async setPassword(context: TransactionContext, id: string, passwordHash: string): Promise<void> {
    await context.manager.update(UserAccount, { tenantId: context.tenantId, id }, { passwordHash });
  }

  async insertPersona(
    context: TransactionContext,
    persona: Omit<DemonstrationPersona, 'tenantId'>,
  ): Promise<void> {
    await context.manager.insert(DemonstrationPersona, { tenantId: context.tenantId, ...persona });
  }
}
