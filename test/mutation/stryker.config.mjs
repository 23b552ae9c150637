/** Mutation tests of the verdicts: `npm run mutate`, or `npm run mutate -- --mutate libs/domain/src/judgements/path.ts` for one file. Not part of CI, for it takes long. */
export default {
  packageManager: 'npm',
  mutate: ['libs/domain/src/judgements/*.ts', '!libs/domain/src/judgements/*.spec.ts', '!libs/domain/src/judgements/*-arbitraries.ts', '!libs/domain/src/judgements/*-cases.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.mjs' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // what a module computes once when it is loaded cannot be told apart by test
  ignoreStatic: true,
  ignorePatterns: ['*', '!libs', '!libs/**', '!test', '!test/mutation', '!test/mutation/**', '!package.json', '!tsconfig.json'],
  tempDirName: '.stryker-tmp',
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
};
