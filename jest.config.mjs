/** Fast tests, then those against a real Neo4j: one runner, two projects. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
      },
    },
  ],
};
const shared = {
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/live/'],
    },
    {
      ...shared,
      displayName: 'live',
      testMatch: ['<rootDir>/tests/live/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/live/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/live/global-teardown.mjs',
      runner: '<rootDir>/tests/live/serial-runner.mjs',
    },
  ],
};
