import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

const DATABASE_URL = 'postgres://app:secret@db.example/skills';

describe('the configuration', () => {
  it('serves this machine alone, without a demonstration, unless it is told otherwise', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      process: 'all',
      demonstration: false,
      redisUrl: null,
    });
  });

  it('migrates and works by one login when there is one, and then puts its rights off', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      ownerDatabaseUrl: DATABASE_URL,
      appRole: 'skills_app',
    });
    const OWNER_DATABASE_URL = 'postgres://owner@db.example/skills';
    expect(readConfig({ DATABASE_URL, OWNER_DATABASE_URL })).toMatchObject({
      ownerDatabaseUrl: OWNER_DATABASE_URL,
      appRole: null,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL, REDIS_URL: '', PORT: '' })).toMatchObject({
      port: 3000,
      redisUrl: null,
    });
  });

  it.each([
    [{}, 'DATABASE_URL must be set'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must be a URL that begins with postgres:// or postgresql://',
    ],
    [{ DATABASE_URL, PORT: 'eighty' }, 'PORT must be a number'],
    [{ DATABASE_URL, PORT: '70000' }, 'PORT must be a port: 0 to 65535'],
    [{ DATABASE_URL, PROCESS: 'web' }, 'PROCESS must be all, api or worker'],
    [{ DATABASE_URL, DEMONSTRATION: 'true' }, 'DEMONSTRATION must be yes or no'],
    [
      { DATABASE_URL, PUBLIC_URL: 'https://a.example/skills' },
      'PUBLIC_URL must be an origin, without a path',
    ],
    [
      { DATABASE_URL, JWT_PRIVATE_KEY: 'secret' },
      'JWT_PRIVATE_KEY must be the PEM text of an Ed25519 private key',
    ],
  ])('stops the start, naming what is wrong: %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(new ConfigError(message));
  });

  it('names all that is wrong at once, and shows no value', () => {
    const wrong = { DATABASE_URL: 'secret-url', REDIS_URL: 'secret-too' };
    expect(() => readConfig(wrong)).toThrow(/DATABASE_URL .*; REDIS_URL /);
    expect(() => readConfig(wrong)).not.toThrow(/secret/);
  });
});
