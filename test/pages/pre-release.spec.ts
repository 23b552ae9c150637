import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Area } from '#features/areas/area.entity.js';
import { Observation } from '#features/observations/observation.entity.js';
import { PlaceReply } from '#features/places/place-reply.entity.js';
import { type Release } from '#features/releases/release.entity.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

describe('figures before their hour', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let places: PlacePeople;
  let release: Release;
  let window: string;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    places = await savePlacePeople(waymark);
    await savePerson(waymark, 'Stat Istician', ['statistician'], 'council');
    const area = { level: 'unitary' as const, country: 'England', parentCode: null, confirmed: true };
    const [leeds, york] = await waymark.dataSource.getRepository(Area).save([{ ...area, code: 'E08000035', name: 'Leeds' }, { ...area, code: 'E06000014', name: 'York' }]);
    // public on Thursday 26 November 2026 at 9:30am, in London as in Greenwich
    release = await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 66 }, '2026-11-26');
    const cell = { metricId: education.metric.id, periodStart: '2024-09-01', periodMonths: 12, releaseId: release.id };
    await waymark.dataSource.getRepository(Observation).insert([{ ...cell, areaId: leeds?.id ?? 0, value: 71 }, { ...cell, areaId: york?.id ?? 0, value: 58 }]);
  }, 60_000);
  afterAll(() => waymark.close());

  const at = async (instant: string, email: string): Promise<Agent> => {
    waymark.clock.set(instant);
    await waymark.runWatches();
    return waymark.signIn(email);
  };
  const valid = async (agent: Agent, path: string): Promise<string> => {
    const { status, $, response } = await waymark.open(agent, path);
    expect([path, status, await faultsOf(response.text)]).toEqual([path, 200, []]);
    return $('main').text().replaceAll(/\s+/g, ' ');
  };
  const publicPages = async (): Promise<string> => {
    const pages = await Promise.all(['/places/E08000035', '/pre-release-access', '/organisations/leeds'].map(async (path) => (await waymark.open(waymark.visitor(), path)).response.text));
    return pages.join(' ');
  };

  it('are opened by a statistician for named places, for at most 24 hours', async () => {
    const statistician = await at('2026-11-23T09:00:00Z', 'stat.istician@council.example.org');
    expect(await valid(statistician, '/statistics/pre-release')).toContain('ks2.csv');
    const path = `/statistics/pre-release/${release.id}`;
    for (const [fields, errors] of [[{ hours: '25', bodies: places.leeds.id }, ['#hours']], [{ hours: 'x', bodies: 'none' }, ['#hours', '#bodies']]] as const) {
      await waymark.submit(statistician, path, fields);
      const { $, response } = await waymark.open(statistician, path);
      expect([$('.govuk-error-summary a').toArray().map((link) => $(link).attr('href')), await faultsOf(response.text)]).toEqual([errors, []]);
    }
    expect((await waymark.submit(statistician, path, { hours: '24', bodies: places.leeds.id })).status).toBe(303);
    const [row] = await waymark.dataSource.query('SELECT id FROM pre_release_windows');
    window = `/pre-release/${row.id}`;
    await expect(waymark.dataSource.query('UPDATE pre_release_windows SET hours_before = 25')).rejects.toThrow('ck_pre_release_windows_hours');
    expect((await waymark.open(await waymark.signIn(places.leedsOfficial.email), '/statistics/pre-release')).status).toBe(403);
  });

  it('are closed until the window opens, and to whoever is not named', async () => {
    const early = await at('2026-11-25T09:29:00Z', places.leedsOfficial.email);
    expect((await waymark.open(early, window)).status).toBe(409);
    expect(await valid(early, '/pre-release')).toContain('No release is open to you now.');
    const york = await at('2026-11-25T09:30:00Z', places.yorkOfficial.email);
    expect((await waymark.open(york, window)).status).toBe(403);
    for (const { email } of [education.people.official, education.people.chair, places.leedsDirector]) expect((await waymark.open(await waymark.signIn(email), window)).status).toBe(403);
    expect((await waymark.open(waymark.visitor(), window)).status).toBe(303);
  });

  it('show a named place its own figures, and nobody else’s', async () => {
    const leeds = await at('2026-11-25T09:30:00Z', places.leedsOfficial.email);
    const page = await valid(leeds, window);
    expect(page).toContain('71%');
    expect(page).not.toContain('58');
    expect(page).not.toContain('66');
    expect((await waymark.open(leeds, `${window}/unknown`)).status).toBe(404);
    await valid(leeds, `${window}/key-stage-2`);
    await waymark.submit(leeds, `${window}/key-stage-2`, { words: 'a'.repeat(2001) });
    expect((await waymark.open(leeds, `${window}/key-stage-2`)).$('.govuk-error-summary a').attr('href')).toBe('#words');
    await waymark.submit(leeds, `${window}/key-stage-2`, { words: 'Our first words.' });
    await waymark.submit(leeds, `${window}/key-stage-2`, { words: 'Schools that closed are counted.' });
    expect(await valid(leeds, window)).toContain('Schools that closed are counted.');
  });

  it('stay unsaid until the hour, and appear with the figure, whole, once', async () => {
    const leeds = await at('2026-11-26T09:29:59Z', places.leedsOfficial.email);
    await valid(leeds, window);
    const before = await publicPages();
    for (const secret of ['Schools that closed', '71%', 'before, for']) expect(before).not.toContain(secret);
    expect(await waymark.dataSource.getRepository(PlaceReply).count()).toBe(0);

    const after = await at('2026-11-26T09:30:00Z', places.leedsOfficial.email);
    await waymark.runWatches();
    const page = await valid(waymark.visitor(), '/places/E08000035');
    for (const said of ['Schools that closed are counted.', '71%', 'Leeds City Council']) expect(page).toContain(said);
    expect(page).not.toContain('Our first words.');
    expect(await waymark.dataSource.getRepository(PlaceReply).count()).toBe(1);
    expect(await valid(waymark.visitor(), '/pre-release-access')).toContain('24 hours before, for Leeds City Council');
    expect((await waymark.open(after, window)).status).toBe(409);
  });
});
