import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { anInstallation, type Installation, type Told } from '#builders/installation';
import { describeOnRedis, type Redis, startRedis } from '#support/redis';

describeOnRedis('with REDIS_URL', () => {
  let redis: Redis;
  let installation: Installation;

  beforeAll(async () => {
    redis = await startRedis();
    installation = await anInstallation({
      REDIS_URL: redis.url,
      DEMONSTRATION: 'yes',
      DATA_FOLDER: join(import.meta.dirname, '../../../../../data'),
    });
  });
  afterAll(async () => {
    await installation.close();
    await redis.stop();
  });

  it('the same jobs are done by way of Redis, and the ledger says so', async () => {
    const { body } = await installation.send('POST', '/api/sessions/persona', {
      body: { key: 'employer-administrator' },
    });
    const states = async (): Promise<string[]> => {
      const jobs = await installation.send<(Told & { state: string })[]>('GET', '/api/jobs?range=[0,99]', {
        token: body.accessToken,
      });
      return jobs.body.map(({ state }) => state);
    };
    const end = Date.now() + 20_000;
    let seen = await states();
    while (seen.some((state) => state !== 'completed') && Date.now() < end) {
      await new Promise((again) => setTimeout(again, 50));
      seen = await states();
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(['completed']));
    expect((await installation.send('GET', '/health/ready')).status).toBe(204);
  });
});
