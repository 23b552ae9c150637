import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExampleService } from '#features/example/example.service.js';
import { verifyEdition } from '#features/reports/edition-file.js';
import { ReportEdition } from '#features/reports/report-edition.entity.js';
import { Report } from '#features/reports/report.entity.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createLoadedDatabase } from '../support/example-database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the council’s side of the example, as a newcomer sees it', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createLoadedDatabase(), environment: { PATH: '' } });
    await waymark.runWatches();
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await waymark.database.drop();
  });

  const page = async (path: string): Promise<string> => {
    const { status, $, response } = await waymark.open(waymark.visitor(), path);
    expect([path, status, await faultsOf(response.text)]).toEqual([path, 200, []]);
    return $('main').text().replaceAll(/\s+/g, ' ');
  };
  const reports = () => waymark.dataSource.getRepository(Report).find();

  it.each<[string, string[]]>([
    ['/council', ['Margaret Ellison', 'David Osei', '£1,200,000', 'Made up for the example']],
    ['/council/decisions', ['Publish the findings on attendance (example)', 'Adopted']],
    ['/inquiries', ['Why attendance holds results back in education (example)', 'own motion']],
    ['/recommendations', ['Partly accepted', 'Awaiting an answer Not answered']],
    ['/letters', ['No figures on transport (example)', 'Re: Figures on life expectancy']],
    ['/interim-reviews', ['Research']],
    ['/reports', ['Annual report of the council', 'Edition 2']],
  ])('%s is alive', async (path, expected) => {
    const text = await page(path);
    for (const words of expected) expect(text).toContain(words);
  });

  it('has a report with a right of reply, its chart, and a correction beside the first edition', async () => {
    const [report, ...others] = await reports();
    expect([others, report?.editions, report?.state]).toEqual([[], 2, 'published']);
    const first = await page(`/reports/${report?.reference}/editions/1`);
    const second = await page(`/reports/${report?.reference}/editions/2`);
    for (const words of ['the department does not agree that nothing is on record', 'off track or worse by the figures', 'Dissent of Grace Adeyemi', 'No reply from']) expect([words, first.includes(words)]).toEqual([words, true]);
    expect([first.includes('Four missions are without figures'), second.includes('Four missions are without figures')]).toEqual([true, false]);
    expect(second).toContain('counted them wrongly');
    const { statements } = await statementsOf(() => waymark.open(waymark.visitor(), `/reports/${report?.reference}/editions/2`));
    expect(statements.length).toBeLessThan(15);
  });

  it('has editions whose checksums are those of their bytes', async () => {
    for (const { body, checksum } of await waymark.dataSource.getRepository(ReportEdition).find()) expect(verifyEdition(Buffer.from(body), checksum)).toMatchObject({ whole: true });
  });

  it('gets no second past', async () => {
    const count = async (): Promise<unknown> => waymark.dataSource.query('SELECT (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM letters) AS letters, (SELECT count(*) FROM council_members) AS members');
    const before = await count();
    await waymark.get(ExampleService).load('example', { demoPeople: true });
    expect(await count()).toEqual(before);
  });
});
