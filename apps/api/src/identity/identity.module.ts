import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessTokens } from './access-tokens.ts';
import { ArrivalsController } from './arrivals.controller.ts';
import { BearerStrategy } from './bearer.strategy.ts';
import { IdentityService } from './identity.service.ts';
import { LocalStrategy } from './local.strategy.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { OrganisationsService } from './organisations.service.ts';
import { Passwords } from './passwords.ts';
import { RefreshCookie } from './refresh-cookie.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SetUpService } from './set-up.service.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { SigningKeys } from './signing-keys.ts';
import { TokensRepository } from './tokens.repository.ts';
import { UsersController } from './users.controller.ts';
import { UsersRepository } from './users.repository.ts';
import { UsersService } from './users.service.ts';

@Module({
  controllers: [SessionsController, ArrivalsController, OrganisationsController, UsersController],
  providers: [
    AccessTokens,
    BearerStrategy,
    IdentityService,
    LocalStrategy,
    OrganisationsRepository,
    OrganisationsService,
    Passwords,
    RefreshCookie,
    SessionsService,
    SetUpService,
    SignInLimits,
    SigningKeys,
    TokensRepository,
    UsersRepository,
    UsersService,
  ],
  exports: [IdentityService, OrganisationsService, SetUpService],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly keys: SigningKeys,
    private readonly tokens: AccessTokens,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keys.load();
    this.tokens.prepare();
  }
}
