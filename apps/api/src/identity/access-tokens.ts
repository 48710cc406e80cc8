import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier, type SignerSync, type VerifierAsync } from 'fast-jwt';
import { isRole } from '#domain';
import type { SignedIn } from '#platform/access/access.guard';
import { BoundedCache } from '#platform/cache/bounded-cache';
import type { Actor } from '#platform/context/request-context';
import { SigningKeys } from './signing-keys.ts';

const ISSUER = 'manufacturing-skills';
const AUDIENCE = 'manufacturing-skills-api';
const LIFETIME_MS = 10 * 60_000;

/** Short, since a token that is held is not looked at again: only its expiry is. */
const HELD_MS = 30_000;
const MOST_TOKENS = 5_000;

interface Claims {
  sub: string;
  tid: string;
  sid: string;
  name: string;
  roles: string[];
  wno?: number;
  wid?: string;
  exp: number;
}

interface HeldToken {
  readonly signedIn: SignedIn;
  readonly until: number;
}

@Injectable()
export class AccessTokens {
  private sign!: typeof SignerSync;
  private verifyToken!: typeof VerifierAsync;
  private held = new BoundedCache<HeldToken>(MOST_TOKENS);

  constructor(private readonly keys: SigningKeys) {}

  /** After the keys are loaded. */
  prepare(): void {
    this.held = new BoundedCache(MOST_TOKENS);
    const key = this.keys.inUse();
    this.sign = createSigner({
      algorithm: 'EdDSA',
      key: key.privateKey,
      kid: key.kid,
      iss: ISSUER,
      aud: AUDIENCE,
      expiresIn: LIFETIME_MS,
    });
    this.verifyToken = createVerifier({
      // The key is ours by its id, and the algorithm is said here, never by the token.
      key: ({ header }: { header: { kid?: string } }) =>
        Promise.resolve(header.kid).then((kid) => this.publicKey(kid)),
      algorithms: ['EdDSA'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      requiredClaims: ['exp', 'iat', 'iss', 'aud', 'sub', 'tid', 'sid', 'roles'],
    });
  }

  issue(signedIn: Omit<SignedIn, 'expiresAt'>, now: Date): { accessToken: string; expiresAt: Date } {
    const { actor } = signedIn;
    const accessToken = this.sign({
      sub: actor.userId,
      tid: signedIn.tenantId,
      sid: signedIn.sessionId,
      name: actor.name,
      roles: actor.roles,
      ...(actor.workerNo === null ? {} : { wno: actor.workerNo, wid: actor.workerId }),
    });
    return { accessToken, expiresAt: new Date(now.getTime() + LIFETIME_MS) };
  }

  /** Null for whatever does not hold: why is nobody's business but the log's. */
  async verify(token: string): Promise<SignedIn | null> {
    const now = Date.now();
    const known = this.held.get(token);
    if (known !== undefined && now < known.until) return known.signedIn;
    try {
      const signedIn = signedInBy((await this.verifyToken(token)) as Claims);
      const until = Math.min(now + HELD_MS, signedIn.expiresAt.getTime());
      this.held.set(token, { signedIn, until });
      return signedIn;
    } catch {
      return null;
    }
  }

  private publicKey(kid: string | undefined): string {
    const key = kid === undefined ? undefined : this.keys.byId(kid);
    if (!key) throw new Error('Signed with a key that is not ours.');
    return key.publicKey;
  }
}

function signedInBy({ sub, tid, sid, name, roles, wno, wid, exp }: Claims): SignedIn {
  const actor: Actor = {
    userId: sub,
    name,
    roles: roles.filter(isRole),
    workerNo: wno ?? null,
    workerId: wid ?? null,
  };
  return { tenantId: tid, sessionId: sid, expiresAt: new Date(exp * 1000), actor };
}
