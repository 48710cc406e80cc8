import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from '#domain';
import type { SignedIn } from '../access/access.guard.ts';
import { Notifications } from '../database/notifications.ts';
import { EVENT_CHANNEL, type ApplicationEvent, type Told } from './events.ts';

/** Under the idle time-outs of usual proxies. */
const HEARTBEAT_MS = 20_000;

/** A page that does not read is cut off rather than buffered for without end; it reconnects when it wakes. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** Tells open pages of this organisation that a session was ended; never shown to them. */
export const SESSION_ENDED = 'session-ended';

interface Stream {
  readonly signedIn: SignedIn;
  readonly reply: FastifyReply;
  close(): void;
}

@Injectable()
export class EventStream {
  private readonly logger = new Logger(EventStream.name);
  private readonly streams = new Map<string, Set<Stream>>();
  private heartbeat: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly notifications: Notifications) {}

  start(): void {
    // Events may have been missed while the line was down: the pages are sent to reconnect, and fetch anew.
    this.notifications.listen(
      EVENT_CHANNEL,
      (payload) => this.deliver(payload),
      () => this.closeAll(),
    );
    this.heartbeat = setInterval(
      () => this.each((stream) => this.write(stream, ': still here\n\n')),
      HEARTBEAT_MS,
    );
  }

  stop(): void {
    this.stopped = true;
    if (this.heartbeat) clearInterval(this.heartbeat);
    this.closeAll();
  }

  /** Answers with the stream; it ends when the token does, so that the page comes back with a fresh one. */
  open(request: FastifyRequest, reply: FastifyReply): void {
    const { signedIn } = request;
    if (signedIn === undefined) throw new Error('A stream of events on a route that is public.');
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const end = setTimeout(() => stream.close(), Math.max(0, signedIn.expiresAt.getTime() - Date.now()));
    const stream: Stream = {
      signedIn,
      reply,
      close: () => {
        clearTimeout(end);
        this.forget(stream);
        reply.raw.end();
      },
    };
    reply.raw.on('close', () => stream.close());
    const those = this.streams.get(signedIn.tenantId) ?? new Set();
    this.streams.set(signedIn.tenantId, those.add(stream));
    if (this.stopped) {
      stream.close();
      return;
    }
    this.write(stream, 'retry: 1000\nevent: open\ndata: {}\n\n');
  }

  private deliver(payload: string): void {
    let told: Told;
    try {
      told = JSON.parse(payload) as Told;
    } catch {
      this.logger.warn('An event that is not JSON was dropped.');
      return;
    }
    const { event } = told;
    if ('permission' in told) {
      this.each((stream) => {
        if (scopeOf(stream.signedIn.actor.roles, told.permission) !== null) this.tell(stream, event);
      });
      return;
    }
    for (const stream of this.streams.get(told.tenantId) ?? []) {
      if (event.type === SESSION_ENDED) {
        if (event['sessionId'] === stream.signedIn.sessionId) stream.close();
      } else if (concerns(stream.signedIn, event)) {
        this.tell(stream, event);
      }
    }
  }

  private tell(stream: Stream, event: ApplicationEvent): void {
    this.write(stream, `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  private write(stream: Stream, text: string): void {
    stream.reply.raw.write(text);
    if (stream.reply.raw.writableLength > MOST_UNREAD_BYTES) stream.reply.raw.destroy();
  }

  private forget(stream: Stream): void {
    const those = this.streams.get(stream.signedIn.tenantId);
    those?.delete(stream);
    if (those?.size === 0) this.streams.delete(stream.signedIn.tenantId);
  }

  private closeAll(): void {
    this.each((stream) => stream.close());
  }

  private each(act: (stream: Stream) => void): void {
    for (const those of [...this.streams.values()]) for (const stream of [...those]) act(stream);
  }
}

/** Scope `own` hears of what names its worker or its user, and that everybody's scores are others; of nothing else. */
function concerns({ actor }: SignedIn, event: ApplicationEvent): boolean {
  const scope = scopeOf(actor.roles, 'events.read');
  if (scope === 'all') return true;
  if (scope !== 'own') return false;
  if (event.userId !== undefined && event.userId === actor.userId) return true;
  if (actor.workerId === null) return false;
  return event.workerId === actor.workerId || event.type === 'scores-computed';
}
