import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What a cookie or a link carries: the tenant (row-level security wants it before anything can be looked up), the
 * row, and 256 random bits that the database holds only as a hash.
 */
export interface SecretToken {
  readonly tenantId: string;
  readonly id: string;
  readonly secret: string;
}

const SHAPE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash will do: nobody guesses 256 random bits, however fast the hash. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function secretMatches(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash);
}

export function formatToken({ tenantId, id, secret }: SecretToken): string {
  return `${tenantId}.${id}.${secret}`;
}

export function parseToken(text: string | undefined): SecretToken | null {
  const [, tenantId, id, secret] = SHAPE.exec(text ?? '') ?? [];
  return tenantId && id && secret ? { tenantId, id, secret } : null;
}
