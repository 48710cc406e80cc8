import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Config } from '#platform/config/config';
import type { QueueBackend } from '#platform/jobs/queue-backend';
import { sendProblem } from '#platform/problem/problem.filter';
import { AppModule } from '../app.module.ts';
import { secureHeaders } from './headers.ts';
import { serveOpenApi } from './openapi.ts';
import { servePages } from './pages.ts';

const MOST_BODY_BYTES = 1024 * 1024;

/** The application with all its routes, not yet listening. */
export async function httpServer(config: Config, queues: QueueBackend): Promise<NestFastifyApplication> {
  const logger = new Logger('Http');
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BODY_BYTES,
    genReqId: () => uuidv7(),
    // A page that is held open must not keep the process from ending.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendProblem(error, request, reply, logger),
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, queues), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  secureHeaders(fastify as never, config);
  await app.register(cookie as never);
  passportNeeds(fastify as never);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  serveOpenApi(app);
  await servePages(fastify as never, config.pagesFolder);
  return app;
}

/** Passport's strategies speak to Node's response; Fastify's reply has other names for the two that they call. */
function passportNeeds(fastify: {
  decorateReply(name: string, method: (this: FastifyReply, ...given: never[]) => void): void;
}): void {
  fastify.decorateReply('setHeader', function (this: FastifyReply, name: string, value: string) {
    void this.header(name, value);
  });
  fastify.decorateReply('end', function (this: FastifyReply, body: unknown) {
    void this.send(body);
  });
}
