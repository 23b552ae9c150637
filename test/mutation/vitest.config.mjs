import path from 'node:path';
import { defineConfig } from 'vitest/config';

const domain = path.resolve('libs/domain/src');

/** The same specs as everywhere, run by Vitest: a mutant costs it a third of what it costs Jest, which loads every module anew. */
export default defineConfig({
  resolve: {
    alias: [
      { find: '@jest/globals', replacement: 'vitest' },
      { find: /^#domain\/(.*)\.js$/, replacement: `${domain}/$1.ts` },
    ],
  },
  // properties run hundreds of cases for each mutant: they would take ten times as long and kill few more
  test: { include: ['libs/domain/src/judgements/*.spec.ts'], exclude: ['**/*-properties.spec.ts'], isolate: false, pool: 'threads', poolOptions: { threads: { singleThread: true } } },
});
