import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Permission } from '#domain';

export type AccessDeclaration =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'public'; readonly reason: string };

export const ACCESS = 'access-declaration';

/** Declares who may call a route; a route without a declaration is denied. */
export function Access(permission: Permission): MethodDecorator {
  return applyDecorators(
    SetMetadata<string, AccessDeclaration>(ACCESS, { kind: 'permission', permission }),
    ApiBearerAuth(),
  );
}

/** The only other way: a route for whoever comes, and why nobody need sign in for it. */
export function Public(reason: string): MethodDecorator {
  return SetMetadata<string, AccessDeclaration>(ACCESS, { kind: 'public', reason });
}
