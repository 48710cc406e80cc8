import { Injectable } from '@nestjs/common';
import { rolesGivenBy } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { InviteUserDto, UsersQuery } from './dto/user.dto.ts';
import { roleNotYours } from './identity.errors.ts';
import { IdentityService } from './identity.service.ts';
import { type ListedUser, UsersRepository } from './users.repository.ts';

/** Who signs in, and how more of them come to. Workers come with their worker: see the workforce. */
@Injectable()
export class UsersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UsersRepository,
    private readonly identity: IdentityService,
  ) {}

  list(context: RequestContext, query: UsersQuery): Promise<{ rows: ListedUser[]; total: number }> {
    return this.users.list(context, query);
  }

  invite(
    context: RequestContext,
    { name, email, role }: InviteUserDto,
  ): Promise<{ user: ListedUser; invitationLink: string }> {
    if (!rolesGivenBy(context.actor.roles).includes(role)) throw roleNotYours(role);
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { userId: id, link } = await this.identity.invite(transaction, { name, email, roles: [role] });
      const user = { id, name, email, roles: [role], workerId: null, createdAt: context.now };
      return { user, invitationLink: link };
    });
  }
}
