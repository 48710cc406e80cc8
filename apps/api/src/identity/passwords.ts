import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '#platform/problem/refusal';
import { COMMONEST_PASSWORDS } from './commonest-passwords.ts';

/** OWASP's least for argon2id, 19 ms here. `algorithm: 2` is Argon2id: the package's enum exists for types alone. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at once would take the processor (and 19 MiB each) from everybody else. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING = 64;

const SHORTEST = 8;
const LONGEST = 256;

@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobody: Promise<string>;

  constructor() {
    this.nobody = hash(randomUUID(), ARGON2ID);
  }

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalise(password), ARGON2ID));
  }

  /** Without a stored hash (no such user, no password yet) it takes as long and answers false. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const against = stored ?? (await this.nobody);
    const same = await this.inTurn(() => verify(against, normalise(password)));
    return same && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= HASHES_AT_ONCE) {
      if (this.waiting.length >= HASHES_WAITING) {
        throw new Refusal(
          'too-many',
          'sign-in-busy',
          'Too many people are signing in. Try again shortly.',
          [],
          5,
        );
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/** Length and not being among the first that are guessed are what counts (NIST SP 800-63B); no rules of composition. */
export function assertGoodPassword(password: string, known: readonly string[]): void {
  // By code points, as NIST counts: not by what a font makes of them.
  const length = Array.from(password).length;
  if (length < SHORTEST) throw weak(`has fewer than ${SHORTEST} characters`);
  if (length > LONGEST) throw weak(`has more than ${LONGEST} characters`);
  const plain = normalise(password).toLowerCase();
  if (COMMONEST_PASSWORDS.has(plain) || /^(.{1,3})\1+$/u.test(plain))
    throw weak('is among the first that are guessed');
  if (known.some((word) => word.length > 3 && plain === word.toLowerCase())) {
    throw weak('is your name, your address or your organisation');
  }
}

/** The same characters typed on another keyboard or system are the same password. */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

function weak(detail: string): Refusal {
  return new Refusal('invalid', 'password-weak', 'Choose another password.', [
    { pointer: '/password', detail },
  ]);
}
