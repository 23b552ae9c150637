import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { CHECK_ALERTS } from '#features/alerts/check-alerts.job.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { FIND_DATA_GAPS } from '#features/data-gaps/find-data-gaps.job.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { AlertDesk } from '../factories/alert-desk.factory.js';

describe('figures that cannot tell', () => {
  let desk: AlertDesk;

  beforeEach(async () => void (desk = await AlertDesk.open()));
  afterEach(() => desk.waymark.close());

  const judged = async (verdict: Verdict, latestKey: string, cause = 'new-period'): Promise<void> => {
    desk.waymark.clock.advance(60_000);
    const { mission, target } = desk.education;
    await desk.waymark.dataSource.getRepository(Judgement).save({
      kind: 'computed', missionId: mission.id, targetId: target.id, verdict, countsAs: verdict, sentence: `The next release can tell (${latestKey}).`, method: 'interim-path', methodVersion: '2',
      components: { reasons: [], causeHints: { latestKey, ...(verdict === 'cannot-tell-yet' ? { dataGap: 'noise' } : {}) } }, inputs: [latestKey], releaseIds: [], cause, givenAt: desk.waymark.clock.now(), asOf: desk.waymark.clock.today(),
    });
    await desk.call(FIND_DATA_GAPS, {});
  };
  const noise = async (): Promise<string[]> => (await desk.waymark.dataSource.getRepository(DataGap).findBy({ kind: 'noise' })).map(({ state, figuresCameAt }) => (figuresCameAt ? 'ended' : state));
  const alerts = (): Promise<Alert[]> => desk.all('cannot-tell');

  it('opens a data gap at the first release and one alert at the second, which the third ends when it can tell', async () => {
    await judged('cannot-tell-yet', '2023-09-01/P1Y', 'first');
    expect([await noise(), await alerts()]).toEqual([['open'], []]);
    await judged('cannot-tell-yet', '2023-09-01/P1Y', 'revision');
    expect(await alerts()).toEqual([]);
    await judged('cannot-tell-yet', '2024-09-01/P1Y');
    const [alert] = await alerts();
    expect(alert).toMatchObject({ status: 'raised', targetId: desk.education.target.id, organisationId: desk.education.organisations.dfe.id });
    expect(alert?.sentence).toBe('The figures for school year 2023/24 and school year 2024/25 cannot tell how the target “90% reach the expected standard” stands: “cannot tell yet”, 2 releases running. The next release can tell (2024-09-01/P1Y).');
    const [gap] = await desk.waymark.dataSource.getRepository(DataGap).findBy({ kind: 'noise' });
    expect(alert?.facts).toEqual([{ name: 'Releases that could not tell', value: 'school year 2023/24 and school year 2024/25' }, { name: 'Data gap (noise)', value: gap?.reference }]);
    await judged('cannot-tell-yet', '2025-09-01/P1Y');
    await desk.call(CHECK_ALERTS, {});
    await desk.month();
    expect(await desk.statuses('cannot-tell')).toEqual(['raised']);
    await judged('on-track', '2026-09-01/P1Y');
    expect([await desk.statuses('cannot-tell'), await noise()]).toEqual([['closed'], ['ended']]);
    expect((await desk.timeline(alert)).at(-1)).toEqual(['clear', 'The figures can tell how the target stands. The next release can tell (2026-09-01/P1Y).']);
    await desk.call(CHECK_ALERTS, {});
    await judged('cannot-tell-yet', '2027-09-01/P1Y');
    expect(await desk.statuses('cannot-tell')).toEqual(['closed']);
    await judged('cannot-tell-yet', '2028-09-01/P1Y');
    expect(await desk.statuses('cannot-tell')).toEqual(['closed', 'raised']);
  });

  it('keeps the alert while the figures are awaited', async () => {
    await judged('cannot-tell-yet', '2023-09-01/P1Y', 'first');
    await judged('cannot-tell-yet', '2024-09-01/P1Y');
    await judged('awaiting-figures', '2024-09-01/P1Y', 'passed-date');
    expect(await desk.statuses('cannot-tell')).toEqual(['raised']);
  });
});
