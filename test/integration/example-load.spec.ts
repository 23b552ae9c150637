import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ExampleLoader } from '#features/frameworks/example-loader.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { FrameworksQueries } from '#features/frameworks/frameworks.queries.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication } from '../support/application.js';

/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;
const SLUG = 'levelling-up-2022';
const EXAMPLE = path.resolve('example');

describe('loading the example', () => {
  it('resumes a load that stopped half way', async () => {
    const other = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    const folder = await mkdtemp(path.join(tmpdir(), 'waymark-example-'));
    try {
      await cp(EXAMPLE, folder, { recursive: true });
      const figures = path.join(folder, 'observations', 'levelling-up-2022.csv');
      const whole = readFileSync(figures, 'utf8');
      await writeFile(figures, `${whole}cut off`);
      const loader = other.get(ExampleLoader);
      await expect(loader.load(folder, { demoPeople: false })).rejects.toThrow('was refused');
      // the framework comes last: without it nobody takes the example for loaded
      expect(await other.get(FrameworksQueries).all()).toEqual([]);
      await writeFile(figures, whole);
      const { steps } = await loader.load(folder, { demoPeople: false });
      expect(steps.filter(({ changed }) => changed).map(({ step }) => step)).toEqual(['observations levelling-up-2022.csv', 'observations places-deprivation-2019.csv', `framework ${SLUG}`, `quality review ${SLUG}`]);
      expect(await other.dataSource.query('SELECT count(*)::int AS n FROM users')).toEqual([{ n: 0 }]);
    } finally {
      await other.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, FIRST_START_MS);
});
