import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Client } from '#builders/client';
import { type Served, served } from '#builders/served';
import { openBrowser } from '#support/browser';

const PAGES_FOLDER = join(resolve(import.meta.dirname, '../..'), 'dist/apps/admin');

export interface Shown {
  readonly browser: Browser;
  readonly origin: string;
  readonly nobody: Client;
}

/** A browser, and the product with its demonstration and the built pages, for the tests around the call. */
export function shown(): Shown {
  let browser: Browser;
  let product: Served;
  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), served({ PAGES_FOLDER })]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await product.close();
  });
  return {
    get browser() {
      return browser;
    },
    get origin() {
      return product.origin;
    },
    get nobody() {
      return product.nobody;
    },
  };
}
