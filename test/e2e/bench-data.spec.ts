import { expect, it } from '@jest/globals';
import { testDatabase } from '#support/database';
import { loadOrganisation } from '../../bench/data/organisation.ts';

it('gives the benchmarks an organisation that fits the tables as they are', async () => {
  const shape = { seed: 1, workers: 40, requirements: 12, roleProfiles: 3, withLog: true };
  const loaded = await loadOrganisation(await testDatabase(), shape);
  expect(loaded).toMatchObject({ workers: 40, teams: 3 });
  expect(loaded.ratings).toBeGreaterThan(400);
});
