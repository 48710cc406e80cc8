import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/src/app.module.ts';
import type { AccessDeclaration } from '#platform/access/access.decorator';
import { routes } from '#platform/access/routes';
import { readConfig } from '#platform/config/config';
import { chooseQueueBackend } from '#platform/jobs/queue-backend';

/** Whom each route of the controllers says that it is for, under the name that the matrix has for it. */
export async function declaredRoutes(): Promise<Record<string, AccessDeclaration | null>> {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/none' });
  const queues = chooseQueueBackend(config);
  // Nest's options are a class that nobody constructs.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  const app = await NestFactory.create(AppModule.forRoot(config, queues), new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  await queues.close();
  return Object.fromEntries(
    routes(app).map(({ route, access }) => {
      const [method = '', path = ''] = route.split(' ');
      return [asDocumented(method, `${path.startsWith('health/') ? '/' : '/api/'}${path}`), access];
    }),
  );
}

/** `GET /api/workers/{id}`, as the OpenAPI document and the matrix have it. */
export function asDocumented(method: string, path: string): string {
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}
