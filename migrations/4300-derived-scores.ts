import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCORE = {
  release_id: 'foreign key (release_id) references release (id)',
  tenant_id_worker_no: 'foreign key (tenant_id, worker_no) references worker (tenant_id, worker_no)',
  tenant_id_profile_version_no:
    'foreign key (tenant_id, profile_version_no) references role_profile_version (tenant_id, profile_version_no)',
};

const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  score: {
    ...SCORE,
    tenant_id_policy_version:
      'foreign key (tenant_id, policy_version) references rating_policy (tenant_id, version)',
  },
  score_history: SCORE,
};

/**
 * Scores are derived: whoever stores one has just read the worker, the version and the policy that it names, and
 * nothing deletes those. Looking each of them up again, and locking it, took two fifths of what PostgreSQL does when an
 * organisation is rescored.
 */
export class DerivedScores0000000004300 implements MigrationInterface {
  name = 'DerivedScores0000000004300';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, keys] of Object.entries(KEYS)) {
      const dropped = Object.keys(keys).map((columns) => `drop constraint ${table}_${columns}_fkey`);
      await queryRunner.query(`alter table ${table} ${dropped.join(', ')}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, keys] of Object.entries(KEYS)) {
      const added = Object.entries(keys).map(
        ([columns, key]) => `add constraint ${table}_${columns}_fkey ${key}`,
      );
      await queryRunner.query(`alter table ${table} ${added.join(', ')}`);
    }
  }
}
