import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const law = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: object[];
  options: { enhancedResolveOptions: object };
};

/** The rules broken by the files below some folders, as "rule: from → to". */
async function broken(folders: string[]): Promise<string[]> {
  const { output } = await cruise(
    folders,
    { ...law.options, validate: true, ruleSet: { forbidden: law.forbidden as never } },
    law.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

const PLANTED = 'libs/domain/src/planted-for-the-spec';

describe('the house', () => {
  afterAll(() => rmSync(PLANTED, { recursive: true, force: true }));

  it('has arrows that only go down', async () => {
    expect(await broken(['apps', 'libs'])).toEqual([]);
  }, 60_000);

  it('is guarded: a planted arrow from the domain to the platform is caught', async () => {
    mkdirSync(PLANTED, { recursive: true });
    writeFileSync(`${PLANTED}/arrow.ts`, "import { Clock } from '#platform/clock/clock.js';\nexport const planted = Clock;\n");
    expect(await broken([PLANTED])).toContain(`domain-is-plain-typescript: ${PLANTED}/arrow.ts → libs/platform/src/clock/clock.ts`);
  }, 60_000);
});
