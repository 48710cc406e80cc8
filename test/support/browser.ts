import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM } from '#local/checks/found';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
];

/** Left out, and named at the end of `npm test`, where the machine has no browser. */
export const describeInBrowser = CHROMIUM === null ? describe.skip : describe;

/** The system's Chromium: nothing is downloaded for the tests. */
export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('There is no chromium: begin the spec with describeInBrowser.');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: CHROMIUM, args: [...QUIET, ...asRoot] });
}
