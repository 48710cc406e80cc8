import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config/config';
import type { QueueBackend } from '#platform/jobs/queue-backend';
import { somebodyWaits } from '#platform/context/courtesy';
import { HealthService } from '#platform/health/health.service';
import { takeFiles } from '#platform/http/file-body';
import { interceptPosts } from '#platform/http/idempotent-posts';
import { sendProblem } from '#platform/problem/problem.filter';
import { AppModule } from '../app.module.ts';
import { refuseForeignPages } from './foreign-pages.ts';
import { secureHeaders } from './headers.ts';
import { serveOpenApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { requestIds } from './request-ids.ts';

const MOST_BODY_BYTES = 1024 * 1024;

/** The application with all its routes, not yet listening. */
export async function httpServer(config: Config, queues: QueueBackend): Promise<NestFastifyApplication> {
  const logger = new Logger('Http');
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BODY_BYTES,
    genReqId: requestIds(),
    // Idle connections must not keep the process from ending; what is being answered is answered.
    forceCloseConnections: 'idle',
    // What arrives on an open connection while the process ends is still answered.
    return503OnClosing: false,
    ...(config.trustProxy ? { trustProxy: 1 } : {}),
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply, logger),
  } as never);
  // Nest's options are a class that nobody constructs.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, queues), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    // Nest's parsers would take forms too; the API speaks JSON and refuses the rest by 415.
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  secureHeaders(fastify, config);
  sendElsewhere(fastify, app.get(HealthService));
  goFirst(fastify);
  refuseForeignPages(fastify, config);
  takeJsonAlone(fastify);
  takeFiles(fastify);
  await app.register(cookie as never);
  passportNeeds(fastify);
  interceptPosts(app);
  prefixRoutes(app);
  serveOpenApi(app);
  await servePages(fastify, config.pagesFolder);
  return app;
}

/** While the process ends each answer closes its connection: no client sends its next request into a closing one. */
function sendElsewhere(fastify: FastifyInstance, health: HealthService): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    if (health.isStopping) void reply.header('connection', 'close');
    done();
  });
}

/** Somebody waits for the answer: bulk work stands back. */
function goFirst(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (_request, _reply, done) => {
    somebodyWaits();
    done();
  });
  fastify.addHook('onResponse', (_request, _reply, done) => {
    somebodyWaits();
    done();
  });
}

/** Health is asked for at the addresses that platforms expect. */
export function prefixRoutes(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
}

/** An empty body is no body, whatever type it is said to have: clients say so on requests without one. */
function takeJsonAlone(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
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
