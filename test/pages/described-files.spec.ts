import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { routeOf } from '../support/page-look.js';
import { walkSite } from '../support/site-walk.js';

/** Pages, and files, of one kind that are looked at. */
const MOST_OF_A_KIND = 4;

/** Files of lists that the example has no page for yet, so that no link of its pages leads there. */
const BESIDE = ['/alerts/departments.csv', '/statistics/releases/1/changes.csv'];

/** Every file that a link of a public page leads to, in the example's year. */
describe('the files that pages lead to', () => {
  let waymark: TestApplication;
  const files = new Map<string, { kind: string; page: string }>();

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
    await waymark.runWatches();
    const counts = new Map<string, number>();
    const collect = (address: string, page: string): void => {
      const kind = routeOf(address);
      const count = counts.get(kind) ?? 0;
      if (files.has(address) || count >= MOST_OF_A_KIND) return;
      counts.set(kind, count + 1);
      files.set(address, { kind, page });
    };
    for (const address of BESIDE) collect(address, 'itself');
    await walkSite(waymark, waymark.visitor(), MOST_OF_A_KIND, ({ $ }, path) => {
      for (const link of $('a[href*=".csv"]').toArray()) {
        const href = $(link).attr('href') ?? '';
        if (/\.csv(\?|$)/.test(href)) collect(href, path);
      }
      return Promise.resolve([]);
    });
  }, 400_000);
  afterAll(async () => {
    await waymark?.close();
    await waymark?.database.drop();
  });

  it('are many, of many kinds', () => {
    const kinds = new Set([...files.values()].map(({ kind }) => kind));
    for (const kind of ['/alerts.csv', '/letters.csv', '/changes.csv', '/places/:code/figures.csv', '/data/releases/:id.csv', '/reports/:reference/editions/:number/report.csv']) expect(kinds).toContain(kind);
    expect(kinds.size).toBeGreaterThan(40);
  });

  it('name their metadata, which describe the columns that they have, with licence and words of attribution', async () => {
    const faults: string[] = [];
    for (const [address, { page }] of files) {
      const [path = ''] = address.split('?');
      const csv = await waymark.visitor().get(address);
      const [, described] = /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(String(csv.headers['link'])) ?? [];
      if (csv.status !== 200 || described !== `${path}-metadata.json`) {
        faults.push(`${address} (on ${page}) answers ${csv.status} and is described by ${String(described)}`);
        continue;
      }
      const metadata = await waymark.visitor().get(described);
      if (metadata.status !== 200) faults.push(`${described} answers ${metadata.status}`);
      else faults.push(...csvwFaultsOf(JSON.parse(metadata.text), { address: path, text: csv.text }).map((fault) => `${address}: ${fault}`));
      const again = await waymark.visitor().get(described).set('If-None-Match', String(metadata.headers['etag']));
      if (again.status !== 304) faults.push(`${described} answers ${again.status} to who has it`);
    }
    expect(faults).toEqual([]);
  }, 180_000);
});
