import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { SetUpDto } from './dto/arrival.dto.ts';
import { setUpClosed } from './identity.errors.ts';
import { IdentityService } from './identity.service.ts';
import { OrganisationsService } from './organisations.service.ts';
import { assertGoodPassword, Passwords } from './passwords.ts';
import { hashSecret, newSecret } from './secret-token.ts';
import { SessionsService, type StartedSession } from './sessions.service.ts';

const TOKEN_MS = 86_400_000;

const KEEP: Statement = {
  name: 'set_up_keep',
  text: `with former as (delete from set_up_token)
         insert into set_up_token (secret_hash, created_at, expires_at) values ($1, $2, $3)`,
};

const USE =
  'with used as (delete from set_up_token where secret_hash = $1 and expires_at > $2 returning 1) select * from used';

/** A real installation's first administrator: by a code that only whoever started the server has seen. */
@Injectable()
export class SetUpService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationsService,
    private readonly identity: IdentityService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  async isOpen(): Promise<boolean> {
    return !(await this.organisations.any());
  }

  /** The address to open once, or null when the installation has somebody already. A former one ends by it. */
  async openLink(now: Date): Promise<string | null> {
    if (!(await this.isOpen())) return null;
    const secret = newSecret();
    await this.unitOfWork.readShared(KEEP, [hashSecret(secret), now, new Date(now.getTime() + TOKEN_MS)]);
    // Behind the '#': it reaches no log of a server or proxy.
    return `${this.config.publicUrl}/set-up#${secret}`;
  }

  /** The first person runs both the organisation and the installation; they invite whoever takes over one of them. */
  async carryOut(input: SetUpDto, requestId: string, now: Date): Promise<StartedSession> {
    assertGoodPassword(input.password, [input.name, input.email, input.organisation]);
    const passwordHash = await this.passwords.hash(input.password);
    const made = { name: input.organisation, kind: 'manufacturer', demonstration: false } as const;
    return this.organisations.createAnd({ requestId, now }, made, async (context) => {
      const used = await context.manager.query<unknown[]>(USE, [hashSecret(input.token), now]);
      if (used.length === 0) throw setUpClosed();
      const roles = ['employer-administrator', 'platform-administrator'] as const;
      const userId = await this.identity.createUser(
        context,
        { email: input.email, name: input.name, roles },
        passwordHash,
      );
      return this.sessions.startIn(context, userId);
    });
  }
}
