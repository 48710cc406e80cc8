import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type AccessDeclaration } from './access.decorator.ts';

export interface DeclaredRoute {
  readonly method: RequestMethod;
  /** `GET workers/:id`: below the global prefix. */
  readonly route: string;
  /** Null when the route says nothing of who may call it: then nobody may. */
  readonly access: AccessDeclaration | null;
  /** The controller's method, which carries what is declared of the route. */
  readonly handler: object;
}

/** Every route of every controller, by what stands on it. Works on an application in preview mode too. */
export function routes(app: INestApplicationContext): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, object> }).prototype;
    const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (handler === undefined) return [];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = [base, Reflect.getMetadata(PATH_METADATA, handler) as string].map((part) =>
        part.replace(/^\/|\/$/g, ''),
      );
      return [
        {
          method,
          route: `${RequestMethod[method]} ${path.filter(Boolean).join('/')}`,
          access: (Reflect.getMetadata(ACCESS, handler) as AccessDeclaration | undefined) ?? null,
          handler,
        },
      ];
    });
  });
}
