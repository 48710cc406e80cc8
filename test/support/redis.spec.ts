import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnRedis, startRedis, type Redis } from './redis.ts';

describeOnRedis('a Redis of the spec', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('answers at its address', async () => {
    const socket = connect(Number(new URL(redis.url).port), '127.0.0.1');
    const answer = new Promise((resolve) => socket.once('data', (data) => resolve(data.toString())));
    socket.write('PING\r\n');
    expect(await answer).toBe('+PONG\r\n');
    socket.end();
  });
});
