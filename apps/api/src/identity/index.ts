export { IdentityModule } from './identity.module.ts';
export { IdentityService, type NewPersona, type NewUser } from './identity.service.ts';
export { OrganisationsService } from './organisations.service.ts';
export { SetUpService } from './set-up.service.ts';
