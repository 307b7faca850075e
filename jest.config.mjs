/** Fast tests, those that read one graph in a real Neo4j, and those that need such a database to themselves. */
const compiled = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', ...syntax },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: true,
        react: { runtime: 'automatic' },
      },
    },
  },
];
const transform = {
  '^.+\\.ts$': compiled({ decorators: true }),
  '^.+\\.tsx$': compiled({ tsx: true }),
  // Pages that are rendered to text import their style sheets.
  '^.+\\.css$': '<rootDir>/tests/web/no-style.cjs',
};
const shared = {
  transform,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: '<rootDir>/tests/one-context.mjs',
  runner: '<rootDir>/tests/live/runner.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/tried-again.mjs'],
};

export default {
  // By default one processor is left idle, which of two is half.
  maxWorkers: '100%',
  // Not a promise about speed: a busy machine of two processors may take a minute for what takes a second.
  testTimeout: 180_000,
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/seeded/', '<rootDir>/tests/live/'],
    },
    {
      ...shared,
      displayName: 'seeded',
      testMatch: ['<rootDir>/tests/seeded/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/seeded/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/live/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'live',
      testMatch: ['<rootDir>/tests/live/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/live/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/live/global-teardown.mjs',
    },
  ],
};
