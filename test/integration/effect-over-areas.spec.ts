import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AlertEffectCheck } from '#features/alerts/alert-effect-check.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { AlertsWebModule } from '#features/alerts/web/alerts-web.module.js';
import { Area } from '#features/areas/area.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Observation } from '#features/observations/observation.entity.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf, PLAN, raiseOffTrack } from '../factories/alert.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

/** Published limits of 0.2 each way, so that a point is far beyond error. */
const LIMIT = 0.2;

describe('the effect of a plan on a target over areas', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let regions: Area[];
  let reference: string;

  const publish = async (year: number, values: readonly number[], on: string): Promise<void> => {
    const { id: releaseId } = await waymark.dataSource.getRepository(Release).save({
      checksum: `${year} ${on}`, fileName: 'ks2.csv', publisher: 'Department for Education', publishedOn: on, publishedAt: new Date(`${on}T09:30:00Z`), importedAt: new Date(`${on}T09:30:00Z`),
      importedBy: 'test', rowsRead: 0, rowsWithValue: 0, rowsMissing: 0, unconfirmedAreas: [],
    });
    const metricId = education.metric.id;
    await waymark.dataSource.getRepository(Observation).insert(
      values.map((value, index) => ({ metricId, areaId: regions[index]?.id ?? 0, periodStart: `${year}-09-01`, periodMonths: 12, releaseId, value, lower: value - LIMIT, upper: value + LIMIT })),
    );
    await waymark.dataSource.getRepository(ReleaseMetric).insert({ metricId, releaseId, rows: values.length });
  };
  const effects = async (): Promise<AlertEffectCheck[]> => waymark.get(AlertsQueries).effectsOf((await waymark.get(AlertsQueries).byReference(reference)).id);
  const page = async (): Promise<string> => (await waymark.open(waymark.visitor(), `/alerts/${reference}`)).response.text;

  beforeEach(async () => {
    waymark = await startTestApplication({ modules: [AlertsWebModule, JobsModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    regions = await waymark.dataSource.getRepository(Area).save(
      ['North', 'Middle', 'South'].map((name, index) => ({ code: `E1200000${index + 1}`, name, level: 'region' as const, country: 'England', parentCode: null, confirmed: true })),
    );
    await publish(2018, [60, 65, 70], '2019-12-01');
    await publish(2024, [55, 60, 70], '2026-05-01');
  });
  afterEach(() => waymark.close());

  const accepted = async (rule: Target['rule'], expectedChange: string): Promise<void> => {
    await waymark.dataSource.getRepository(Target).update(education.target.id, { rule: rule as never, areas: { every: ['region'], expected: 3, country: 'England' } });
    reference = (await raiseOffTrack(waymark, education)).reference;
    const service = waymark.get(AlertsService);
    const version = async () => (await waymark.get(AlertsQueries).byReference(reference)).rowVersion;
    const { official, sro, chair } = education.people;
    await service.acknowledge(actorOf(official), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: await version() });
    await service.answer(actorOf(sro), reference, { plan: { ...PLAN, actions: PLAN.actions.map((line) => ({ ...line, expectedChange })) }, rowVersion: await version() });
    await service.decide(actorOf(chair), reference, 'accept', { reason: '', rowVersion: await version() });
    expect(await page()).toContain(rule.kind === 'gap' ? 'Compared: the gap between the regions of England' : 'Compared: each of the regions of England with itself');
  };
  const released = async (values: readonly number[], year = 2025): Promise<void> => {
    await publish(year, values, `${year + 2}-07-14`);
    waymark.clock.set(`${year + 2}-07-14T09:29:00Z`);
    await waymark.runWatches();
    const before = (await effects()).length;
    waymark.clock.set(`${year + 2}-07-14T09:30:00Z`);
    await waymark.runWatches();
    await waymark.runWatches();
    expect(await effects()).toHaveLength(before + 1);
  };

  it.each([
    ['all are better', [58, 63, 73], 'shown', '3 shown to be better, 0 shown to be worse'],
    ['one falls', [58, 63, 66], 'not-shown', '1 shown to be worse'],
  ])('of the rule that every area gets better: %s', async (_, values, outcome, words) => {
    await accepted({ kind: 'every-area' }, '');
    await released(values);
    expect(await effects()).toMatchObject([{ outcome, figures: { rule: 'every-area', areas: 3, beforePeriod: 'school year 2024/25', afterPeriod: 'school year 2025/26' } }]);
    const html = await page();
    expect(html).toContain(words);
    expect(html).toContain('school year 2024/25, before the plan, against school year 2025/26 by the release of 14 July 2027 (Department for Education)');
  });

  it('of a gap: it is narrower though no area is worse, and the check waits while nothing can be told', async () => {
    await accepted({ kind: 'gap', measure: 'p90-minus-p10' }, '');
    await released([55, 60.1, 70]);
    expect((await effects()).map(({ outcome }) => outcome)).toEqual(['cannot-tell']);
    expect(await page()).toContain('Cannot be told yet');
    await released([66, 66, 70], 2026);
    expect((await effects()).map(({ outcome }) => outcome)).toEqual(['cannot-tell', 'shown']);
  });
});
