import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import type { ESLint, Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

/** Each feature sees those before it, never those after: docs/decisions/0001-walking-product.md. */
const FEATURES = [
  'platform',
  'identity',
  'frameworks',
  'workforce',
  'roles',
  'assessments',
  'gaps',
  'training',
  'insights',
  'demonstration',
];

const feature = (name: string) => `feature:${name}`;

const arrows = [
  ...FEATURES.map((name, position) => ({
    sourceTag: feature(name),
    onlyDependOnLibsWithTags: ['scope:domain', ...FEATURES.slice(0, position).map(feature)],
  })),
  { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:admin', onlyDependOnLibsWithTags: ['scope:domain'] },
  { sourceTag: 'room:migrations', onlyDependOnLibsWithTags: ['scope:domain'] },
  { sourceTag: 'room:data', onlyDependOnLibsWithTags: ['scope:domain'] },
  { sourceTag: 'room:api', onlyDependOnLibsWithTags: ['scope:domain', 'room:migrations', 'feature:*'] },
  { sourceTag: 'room:test', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'room:deploy', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'room:bench', onlyDependOnLibsWithTags: ['*'] },
];

// Typed against other versions of ESLint's types; the rules themselves are as ESLint wants them.
const boundariesPlugin = { rules: nx.rules } as unknown as ESLint.Plugin;
const hooksPlugin = { rules: reactHooks.rules } as unknown as ESLint.Plugin;

const boundaries = (allow: string[]): Linter.RulesRecord => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      allow,
      depConstraints: arrows,
      // A room's specs use test/support, which itself stands on the rooms: no circle in what runs.
      ignoredCircularDependencies: [
        ['*', 'test'],
        ['*', 'deploy'],
      ],
    },
  ],
});

/** Where the database may be reached without a unit of work, and why nothing else would do there. */
const BESIDE_THE_UNIT_OF_WORK = {
  'apps/api/src/platform/**': 'is what the unit of work is made of',
  'apps/api/src/frameworks/loader/**': 'loads the reference data as the owner, before anything is served',
  'apps/api/src/main.ts': 'starts and ends the connections',
  'apps/api/src/server/first-steps.ts': 'works as the owner, before anything is served',
};

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx'];
const WRITES = 'Write by insert, update or query: save also takes rows whose ids the caller chose.';
const THROUGH_UNIT_OF_WORK =
  'Read by UnitOfWork.read and write by context.manager: nothing runs outside a tenant.';

const unitOfWork: Linter.RulesRecord = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        { name: 'pg', message: THROUGH_UNIT_OF_WORK },
        {
          name: 'typeorm',
          importNames: [
            'DataSource',
            'Repository',
            'createConnection',
            'getConnection',
            'getManager',
            'getRepository',
          ],
          message: THROUGH_UNIT_OF_WORK,
        },
        {
          name: '@nestjs/typeorm',
          importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager'],
          message: THROUGH_UNIT_OF_WORK,
        },
      ],
    },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector:
        'CallExpression[callee.property.name=/^(getRepository|getTreeRepository|createQueryRunner)$/]',
      message: THROUGH_UNIT_OF_WORK,
    },
    {
      selector:
        "CallExpression[callee.property.name=/^(save|upsert)$/]:matches([callee.object.name='manager'], [callee.object.property.name='manager'])",
      message: WRITES,
    },
  ],
};

const PURE = 'The domain is pure: it is handed the time, chance and what else it needs.';

const pure: Linter.RulesRecord = {
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['node:*', '@nestjs/*', 'typeorm', 'pg'], message: PURE }] },
  ],
  'no-restricted-globals': [
    'error',
    ...[
      'process',
      'console',
      'fetch',
      'setTimeout',
      'setInterval',
      'performance',
      'crypto',
      'window',
      'document',
    ].map((name) => ({ name, message: PURE })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: PURE },
    { object: 'Date', property: 'now', message: PURE },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PURE },
  ],
};

export default defineConfig(
  { ignores: ['dist/', '.nx/', '.data/', 'coverage/', 'apps/admin/src/api/schema.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...typescript.configs.strictTypeChecked,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Nest's modules are classes without members, and their decorators say what they are.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: 'libs/domain/tsconfig.spec.json' } },
  },
  { plugins: { '@nx': boundariesPlugin }, rules: boundaries([]) },
  { files: SPECS, rules: boundaries(['#support/*', '#builders/*', '#local/*']) },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [...SPECS, ...Object.keys(BESIDE_THE_UNIT_OF_WORK)],
    rules: unitOfWork,
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: [...SPECS, '**/*.oracle.ts', '**/*.arbitrary.ts'],
    rules: pure,
  },
  {
    files: ['apps/admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooksPlugin },
    languageOptions: { globals: globals.browser },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // react-admin's records, filters and form values are `any` by its own typings, and its contracts ask for promises.
    files: ['apps/admin/src/console/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: [...SPECS, 'test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip)$/]',
          message:
            'Tests would be left out unseen. One that cannot run here chooses by a condition and says why.',
        },
      ],
      // What a test takes for granted fails loudly when it is not so.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // Nothing that is served stands on these rooms; they look into all.
  { files: ['test/**', 'deploy/**', 'bench/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  { files: ['deploy/**', 'bench/**', 'data/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.{js,mjs}'], extends: [typescript.configs.disableTypeChecked] },
);
