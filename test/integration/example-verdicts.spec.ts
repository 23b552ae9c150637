import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOffTrackOrWorse, isOnTrackOrBetter, type Verdict } from '#domain/judgements/verdict.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { type ComputedStanding, type MissionStanding } from '#features/judgements/mission-standing.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';

describe('the example as it is judged', () => {
  let waymark: TestApplication;
  let missions: Map<string, MissionStanding>;

  const target = (mission: string, slug: string): ComputedStanding | null =>
    missions.get(mission)?.targets.find((standing) => standing.slug === slug)?.computed ?? null;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
    missions = new Map((await waymark.get(JudgementsQueries).standingOfAll()).map((mission) => [mission.slug, mission]));
  });
  afterAll(async () => {
    await waymark.close();
    await waymark.database.drop();
  });

  it.each<[string, Verdict]>([
    ['living-standards', 'slipping'],
    // £6,744 million in 2020/21 to £6,588 million in 2021/22, added up by hand from the nine rows
    ['research-and-development', 'deteriorating'],
    ['transport', 'no-data'],
    ['digital-connectivity', 'cannot-tell-yet'],
    ['education', 'deteriorating'],
    ['skills', 'target-not-comparable'],
    ['health', 'deteriorating'],
    ['wellbeing', 'off-track'],
    ['pride-in-place', 'target-undefined'],
    ['housing', 'off-track'],
    ['crime', 'cannot-tell-yet'],
    ['local-leadership', 'no-data'],
  ])('%s: %s', (slug, verdict) => {
    expect(missions.get(slug)?.computed?.verdict).toBe(verdict);
  });

  it.each([
    ['education', 'ks2-90-percent', /63%.*65%.*90%.*78\.6%.*wrong way/],
    ['health', 'hle-male-five-years-by-2035', /60\.7 years.*62\.9 years.*wrong way/],
    ['health', 'hle-female-five-years-by-2035', /60\.9 years.*63\.5 years.*wrong way/],
  ])('%s, %s: off track or worse, for a reason in one sentence', (mission, slug, reason) => {
    const computed = target(mission, slug);
    expect(isOffTrackOrWorse(computed?.verdict ?? 'no-data')).toBe(true);
    expect(computed?.sentence).toMatch(reason);
    expect(computed?.sentence.match(/\. [A-Z]/)).toBeNull();
  });

  it('gigabit broadband: on track', () => {
    expect(target('digital-connectivity', 'gigabit-nationwide')).toMatchObject({ verdict: 'on-track', sentence: expect.stringMatching(/87\.8%.*78\.5%/) });
  });

  it('transport and pride in place: nothing of them on track', () => {
    for (const slug of ['transport', 'pride-in-place']) {
      for (const { computed } of missions.get(slug)?.targets ?? []) expect(isOnTrackOrBetter(computed?.verdict ?? 'no-data')).toBe(false);
    }
  });

  it('one alert a target that is off track or worse, and none else', async () => {
    const off = [...missions.values()].flatMap(({ targets }) => targets.filter(({ computed }) => computed && isOffTrackOrWorse(computed.verdict)));
    const { open } = await waymark.get(AlertsQueries).all();
    const onVerdicts = open.filter(({ kind }) => ['target-off-track', 'every-area-broken'].includes(kind));
    expect(onVerdicts.map(({ targetId }) => targetId).sort()).toEqual(off.map(({ targetId }) => targetId).sort());
    expect(off.length).toBeGreaterThanOrEqual(3);
  });

  it('alerts of several kinds, as a newcomer sees them after the first look at the clock', async () => {
    await waymark.runWatches();
    const { open } = await waymark.get(AlertsQueries).all();
    const kinds = new Set(open.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['target-off-track', 'no-data', 'judgement-conflict', 'return-overdue']));
    // a series without figures is one, an area without is none
    expect(open.filter(({ kind }) => kind === 'no-data').length).toBeLessThan(10);
  });

  it('names the releases of the cells that it used', () => {
    const computed = target('education', 'ks2-90-percent');
    expect(computed?.inputs.length).toBeGreaterThanOrEqual(2);
    expect(computed?.releaseIds).toHaveLength(1);
  });
});
