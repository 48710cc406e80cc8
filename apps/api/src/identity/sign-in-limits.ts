import { Injectable } from '@nestjs/common';
import { Refusal } from '#platform/problem/refusal';

const WINDOW_MS = 15 * 60_000;
const PER_ADDRESS = 100;
const PER_ACCOUNT_AND_ADDRESS = 10;
const PER_ACCOUNT_FROM_STRANGERS = 50;
/** A shop floor shares an address: a colleague who guesses must not lock out whoever signs in there daily. */
const PER_ACCOUNT_AT_ITS_ADDRESS = 50;

/** A bound on memory: the oldest are forgotten first. */
const MOST_KEYS = 100_000;

interface Count {
  failures: number;
  until: number;
}

/**
 * Failures are counted per address, per account and address, and per account over all addresses it has never been
 * signed in from: who guesses is stopped, and the account's owner at their usual place is not locked out by it.
 * Counted in this process: with several, each allows as much.
 */
@Injectable()
export class SignInLimits {
  private readonly counts = new Map<string, Count>();
  private readonly familiar = new Map<string, true>();

  assertAllowed(address: string, account: string, now: number): void {
    const limits: [string, number][] = this.familiar.has(`${account}:${address}`)
      ? [[`p:${account}:${address}`, PER_ACCOUNT_AT_ITS_ADDRESS]]
      : [
          [`a:${address}`, PER_ADDRESS],
          [`p:${account}:${address}`, PER_ACCOUNT_AND_ADDRESS],
          [`s:${account}`, PER_ACCOUNT_FROM_STRANGERS],
        ];
    for (const [key, most] of limits) {
      const count = this.counts.get(key);
      if (count && count.until > now && count.failures >= most) {
        const seconds = Math.ceil((count.until - now) / 1000);
        throw new Refusal(
          'too-many',
          'sign-in-too-often',
          'Too many failed attempts. Try again later.',
          [],
          seconds,
        );
      }
    }
  }

  failed(address: string, account: string, now: number): void {
    const keys = [`a:${address}`, `p:${account}:${address}`];
    if (!this.familiar.has(`${account}:${address}`)) keys.push(`s:${account}`);
    for (const key of keys) {
      const count = this.counts.get(key);
      if (count && count.until > now) count.failures += 1;
      else remember(this.counts, key, { failures: 1, until: now + WINDOW_MS });
    }
  }

  succeeded(address: string, account: string): void {
    this.counts.delete(`p:${account}:${address}`);
    remember(this.familiar, `${account}:${address}`, true);
  }
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > MOST_KEYS) map.delete(map.keys().next().value as string);
}
