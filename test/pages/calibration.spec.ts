import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';
import { type EducationMission, publishFigures, saveAcceptedReturn, saveEducationMission } from '../factories/education-mission.factory.js';

// Education: 65 % in 2018/19, 90 % by 2029/30, so 65 + 25 × 7/11 = 80.9 % were due in 2025/26: at 70 % it is (70 − 80.9)/25 = −0.44 off the path.
describe('what became of departments’ ratings', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  const rowsOf = ({ $ }: Page, table: string): string[][] =>
    $(`[aria-labelledby=${table}] tbody tr`).toArray().map((row) => $(row).children().toArray().map((cell) => $(cell).text().replaceAll(/\s+/g, ' ').trim()));
  const judge = async (): Promise<void> => void (await waymark.get(JudgementsService).judge(systemActor('command', 'judge')));
  const open = (path: string): Promise<Page> => waymark.open(waymark.visitor(), path);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-05-04T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 79 }, '2025-12-10');
    await judge();
  });
  afterAll(() => waymark.close());

  it('says so where no department has given one', async () => {
    const page = await open('/calibration');
    expect([page.status, page.$('h1').text()]).toEqual([200, 'What became of departments’ ratings']);
    expect(page.$('main').text()).toContain('No department has given a rating with an accepted return yet.');
    expect((await open('/calibration/dfe')).$('main').text()).toContain('This department has given no rating with an accepted return yet.');
    expect([(await open('/calibration/council')).status, (await open('/calibration/nobody')).status]).toEqual([404, 404]);
  });

  it('waits for the year to be over', async () => {
    const { id } = await saveAcceptedReturn(waymark.dataSource, education, 'green');
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) => waymark.get(GivenJudgementsService).recordDepartmentInTransaction(tx, id));
    expect(rowsOf(await open('/calibration'), 'departments')).toEqual([['Department for Education', '1', '0', '0', '0', '0', '1', 'None decided yet']]);
    expect(rowsOf(await open('/calibration/dfe'), 'each')).toEqual([['Education Return ER-2026-7K3D', '4 May 2026', 'Green', 'Not a year ago yet', 'None decided yet']]);
  });

  it('sets the rating beside the word that stood a year later, and not beside a later one', async () => {
    waymark.clock.set('2026-12-10T10:00:00Z');
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 70 }, '2026-12-10');
    await judge();
    waymark.clock.set('2027-05-04T08:00:00Z');
    expect(rowsOf(await open('/calibration'), 'departments')).toEqual([['Department for Education', '1', '1', '0', '0', '0', '0', 'None decided yet']]);
    waymark.clock.set('2027-12-10T10:00:00Z');
    await publishFigures(waymark.dataSource, education, { '2026-09-01/P1Y': 89 }, '2027-12-10');
    await judge();
    const page = await open('/calibration/dfe');
    expect(rowsOf(page, 'each')).toEqual([['Education Return ER-2026-7K3D', '4 May 2026', 'Green', 'Worse than rated: off track', 'None decided yet']]);
    expect(rowsOf(page, 'by-rating').map(([rating, given, worse]) => [rating, given, worse])).toEqual([
      ['Green', '1', '1'], ['Amber-green', '0', '0'], ['Amber', '0', '0'], ['Amber-red', '0', '0'], ['Red', '0', '0'],
    ]);
  });

  it('counts the target when it is decided', async () => {
    waymark.clock.set('2030-12-15T10:00:00Z');
    await publishFigures(waymark.dataSource, education, { '2029-09-01/P1Y': 91 }, '2030-12-15');
    await judge();
    expect(rowsOf(await open('/calibration'), 'departments')).toEqual([['Department for Education', '1', '1', '0', '0', '0', '0', '1 of 1 met']]);
  });

  it('is a file with its metadata', async () => {
    const csv = await waymark.visitor().get('/calibration.csv');
    const metadata = await waymark.visitor().get('/calibration.csv-metadata.json');
    expect(csvwFaultsOf(metadata.body, { address: '/calibration.csv', text: csv.text })).toEqual([]);
    const [line, ...more] = parse(csv.text, { columns: true }) as Record<string, string>[];
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      department: 'dfe', mission: 'levelling-up-2022/education', return: 'ER-2026-7K3D', rating: 'green', rated_on: '2026-05-04',
      mission_a_year_later: 'off-track', comparison: 'worse', target: 'expected-standard', target_a_year_later: 'off-track', outcome: 'met', decided_on: '2030-12-15',
    });
  });

  it.each(['/calibration', '/calibration/dfe'])('is valid HTML in few statements: %s', async (path) => {
    // another day, so that the page is made anew
    waymark.clock.set('2030-12-17T10:00:00Z');
    const { result, statements } = await statementsOf(() => open(path));
    expect(await faultsOf(result.response.text)).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(15);
  });
});
