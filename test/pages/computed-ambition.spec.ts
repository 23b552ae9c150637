import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoredAmbition } from '#features/ambition/stored-ambition.entity.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const FRAMEWORK = '/frameworks/levelling-up-2022';
const PAGE = `${FRAMEWORK}/missions/education/quality`;
const FIGURES = { '2016-09-01/P1Y': 61, '2017-09-01/P1Y': 64, '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61, '2024-09-01/P1Y': 62 };

describe('the computed ambition of a target', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  const judge = async (): Promise<void> => {
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'clock' }));
    await waymark.runJobs();
    await waymark.runWatches();
  };
  const stored = (): Promise<StoredAmbition[]> => waymark.dataSource.getRepository(StoredAmbition).find({ order: { madeAt: 'ASC' } });

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-01-05T10:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
  }, 120_000);
  afterAll(() => waymark?.close());

  it('says on the page that nothing has been computed before anything was judged', async () => {
    const { $ } = await waymark.open(waymark.visitor(), PAGE);
    expect($('#computed').nextUntil('a').text()).toContain('Nothing has been computed for the targets of this mission yet.');
    expect((await waymark.open(waymark.visitor(), `${FRAMEWORK}/quality`)).$('main').text()).toContain('Not computed yet');
  });

  it('is made once after a judgement: as on the day it was set, and with hindsight', async () => {
    await publishFigures(waymark.dataSource, education, FIGURES, '2026-01-02');
    await judge();
    await waymark.runWatches();
    const rows = await stored();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ targetId: education.target.id, setOn: '2022-02-02', methodVersion: '1', basis: 'cut' });
    // of the six figures three are of periods that had been published by 2 February 2022
    expect(rows[0]?.asSet).toMatchObject({ verdict: 'more-information-needed', reason: 'too-few-figures', figures: 3 });
    // 62 in 2024/25, 90 asked of 2029/30: 5.6 points a year, where the best of the series was 3
    expect(rows[0]?.hindsight.figures).toBe(6);
    expect(rows[0]?.hindsight.paces?.needed).toBeCloseTo(5.6, 1);
    expect(rows[0]?.hindsight.chance?.most).toBeLessThanOrEqual(0.05);
    expect(rows[0]).toMatchObject({ alignment: null, fitness: null });
  });

  it('stands beside the words of people as a table with its file, and in the list of all missions', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), PAGE);
    const cells = $('#computed').nextAll('.waymark-scroll').find('tbody tr').first().find('th, td').toArray().map((cell) => $(cell).text().trim());
    expect(cells[1]).toMatch(/^More information needed \(set on 2 February 2022; by today’s files cut at what had been published by then.*\)\. 3 independent figures/);
    expect(cells[2]).toContain('By what had been published on 5 January 2026');
    expect(await faultsOf(response.text)).toEqual([]);
    const file = await waymark.visitor().get(`${PAGE}/computed.csv`).expect(200);
    expect(file.text.split('\r\n')[1]).toMatch(/^expected-standard,.*,true,2022-02-02,more-information-needed,cut,/);
    const { body } = await waymark.visitor().get(`${PAGE}/computed.csv-metadata.json`).expect(200);
    expect(body.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(file.text.replace(/^\uFEFF/, '').split('\r\n')[0]?.split(','));
    expect((await waymark.open(waymark.visitor(), `${FRAMEWORK}/quality`)).$('main').text()).toContain('more-information-needed: 1');
    const { body: line } = await waymark.visitor().get(`/api/v1${FRAMEWORK}/quality/education`).expect(200);
    expect(line.ambitionComputed).toBe('more-information-needed: 1');
  });

  it('is kept as it was shown: a later judgement adds a row, and no row is changed', async () => {
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 88 }, '2026-10-10');
    waymark.clock.set('2026-10-10T12:00:00Z');
    await judge();
    const rows = await stored();
    expect(rows.map(({ hindsight }) => hindsight.figures)).toEqual([6, 7]);
    await expect(waymark.dataSource.query(`UPDATE target_ambitions SET basis = 'kept'`)).rejects.toThrow();
  });
});
