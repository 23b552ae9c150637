/** Specs lie beside their file; `test/` holds what no single file owns. One embedded PostgreSQL serves all suites. */
export default {
  testEnvironment: 'node',
  // The first suite that needs it makes the template database of all; on two busy cores that takes a while.
  testTimeout: 60_000,
  // Node keeps some of the ES modules of each suite it has run. Some hundred suites later a worker would do nothing but collect garbage.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/script/long-first-sequencer.mjs',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#(domain|features|platform)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};
