import type { Config } from 'jest';

type Project = NonNullable<Config['projects']>[number];

const swc = (tsx: boolean) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        ...(tsx ? { react: { runtime: 'automatic' } } : {}),
      },
      target: 'es2024',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** With `database`, a PostgreSQL of its own is started before the project's first spec: see test/support/README.md. */
function project(name: string, testMatch: string[], { database }: { database: boolean }): Project {
  return {
    displayName: name,
    rootDir: import.meta.dirname,
    testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    transform: { '\\.ts$': swc(false) as never, '\\.tsx$': swc(true) as never },
    moduleNameMapper: { '\\.css$': '<rootDir>/test/support/empty.ts' },
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.nx/'],
    ...(database
      ? {
          globalSetup: '<rootDir>/test/support/start-cluster.ts',
          globalTeardown: '<rootDir>/test/support/stop-cluster.ts',
        }
      : {}),
  };
}

const config: Config = {
  projects: [
    project('unit', ['{libs,data,deploy,apps/admin}/**/*.spec.{ts,tsx}'], { database: false }),
    project('api', ['{apps/api,migrations}/**/*.spec.ts'], { database: true }),
    project('e2e', ['test/*.spec.ts', 'test/{census,e2e,faults,support}/**/*.spec.ts'], { database: true }),
    project('browser', ['test/browser/**/*.spec.ts'], { database: true }),
  ],
  maxWorkers: 2,
  testTimeout: 60_000,
};

export default config;
