import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Area } from '#features/areas/area.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { ProposalEvent } from '#features/proposals/proposal-event.entity.js';
import { Proposal } from '#features/proposals/proposal.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { actorOf, ANSWERS, queuedReview } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the pages of local proposals, directors and briefings', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let places: PlacePeople;
  let director: Agent;
  let york: Agent;
  let official: Agent;
  let administrator: Agent;
  let address: string;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    places = await savePlacePeople(waymark);
    const area = { level: 'unitary' as const, country: 'England', parentCode: null, confirmed: true };
    await waymark.dataSource.getRepository(Area).save([{ ...area, code: 'E08000035', name: 'Leeds' }, { ...area, code: 'E06000014', name: 'York' }]);
    director = await waymark.signIn(places.leedsDirector.email);
    york = await waymark.signIn(places.yorkOfficial.email);
    official = await waymark.signIn(education.people.official.email);
    administrator = await waymark.signIn(education.people.administrator.email);
  }, 60_000);
  afterAll(() => waymark.close());

  const valid = async (agent: Agent, path: string): Promise<string> => {
    const { status, $, response } = await waymark.open(agent, path);
    expect([path, status, await faultsOf(response.text)]).toEqual([path, 200, []]);
    expect($('h1')).toHaveLength(1);
    return $('main').text().replaceAll(/\s+/g, ' ');
  };
  const errorsAt = async (agent: Agent, path: string): Promise<(string | undefined)[]> => {
    const { $, response } = await waymark.open(agent, path);
    expect([$('title').text().startsWith('Error: '), await faultsOf(response.text)]).toEqual([true, []]);
    return $('.govuk-error-summary a').toArray().map((link) => {
      expect($(`[id="${($(link).attr('href') ?? '').slice(1)}"]`)).toHaveLength(1);
      return $(link).attr('href');
    });
  };
  const proposal = () => ({
    title: 'A reading hub', areaCode: 'e08000035', missionId: education.mission.id, departmentId: education.organisations.dfe.id, ask: 'Fund a hub.', cost: '£2 million; half from us', evidence: 'Our study, page 4',
  });
  const submitted = async (): Promise<string> => (await waymark.submit(director, '/proposals/new', proposal())).headers['location'] as string;

  it('are made by a director or place, with every field that is wrong named', async () => {
    await valid(director, '/proposals/new');
    await waymark.submit(director, '/proposals/new', { title: 'Kept', areaCode: 'X1', missionId: '', departmentId: '', ask: '', cost: '', evidence: '' });
    expect(await errorsAt(director, '/proposals/new')).toEqual(['#ask', '#cost', '#evidence', '#areaCode', '#missionId', '#departmentId']);
    address = await submitted();
    expect(address).toMatch(/^\/proposals\/LP-2026-[0-9A-Z]{4}$/);
    // Monday 23 November and 20 working days: Monday 21 December
    expect(await valid(waymark.visitor(), '/proposals')).toContain('Due by 21 December 2026');
    expect(await valid(waymark.visitor(), address)).toContain('£2 million; half from us');
    expect((await waymark.open(official, '/proposals/new')).status).toBe(403);
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'proposal-received', userId: education.people.official.id })).toBe(1);
  });

  it('are acknowledged, taken up and answered by the department that is asked', async () => {
    const other = await waymark.signIn(education.people.otherSro.email);
    expect((await waymark.open(other, `${address}/acknowledge`)).status).toBe(403);
    expect((await waymark.open(official, `${address}/answer`)).status).toBe(409);
    await valid(official, `${address}/acknowledge`);
    await waymark.submit(official, `${address}/acknowledge`, {});
    await waymark.submit(official, `${address}/take-up`, {});
    expect(await valid(waymark.visitor(), address)).toContain('With the department');
    await waymark.submit(official, `${address}/answer`, { words: ' ' });
    expect(await errorsAt(official, `${address}/answer`)).toEqual(['#outcome', '#words']);
    await waymark.submit(official, `${address}/answer`, { outcome: 'accepted-in-part', words: 'One hub, from our own money.' });
    const page = await valid(waymark.visitor(), address);
    expect(page).toContain('Accepted in part');
    expect(page).toContain('One hub, from our own money.');
    const names = [education.people.official.name, places.leedsDirector.name];
    for (const outsider of [waymark.visitor(), york, other]) {
      const shown = await valid(outsider, address);
      for (const name of names) expect(shown).not.toContain(name);
      expect(shown).toMatch(/Department for Education, 23 November 2026/);
    }
    for (const insider of [official, director]) {
      const shown = await valid(insider, address);
      for (const name of names) expect(shown).toContain(name);
    }
    expect(await valid(waymark.visitor(), '/proposals')).toContain('Accepted in part');
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'proposal-answered', userId: places.leedsDirector.id })).toBe(1);
    await expect(waymark.dataSource.query(`UPDATE local_proposals SET words = 'Never said'`)).rejects.toThrow('has ended');
  });

  it('are overdue in public from the day after, each marked once', async () => {
    const path = await submitted();
    const { id } = await waymark.dataSource.getRepository(Proposal).findOneByOrFail({ state: 'received' });
    for (const instant of ['2026-12-13T12:00:00Z', '2026-12-14T12:00:00Z', '2026-12-18T12:00:00Z', '2026-12-21T23:00:00Z', '2026-12-22T00:10:00Z', '2026-12-25T12:00:00Z']) {
      waymark.clock.set(instant);
      await waymark.runWatches();
    }
    const events = await waymark.dataSource.getRepository(ProposalEvent).find({ where: { proposalId: id }, order: { sequence: 'ASC' } });
    expect(events.map(({ action, text }) => `${action} ${text}`.trim())).toEqual(['receive', 'remind 5', 'remind 1', 'mark-overdue']);
    expect(await valid(waymark.visitor(), path)).toContain('Department for Education has not answered. The answer was due by 21 December 2026.');
    expect(await valid(waymark.visitor(), '/proposals')).toContain('Answer overdue');
    waymark.clock.set('2026-11-23T09:00:00Z');
  }, 20_000);

  it('are withdrawn by their own body, with a reason', async () => {
    const path = await submitted();
    expect((await waymark.open(york, `${path}/withdraw`)).status).toBe(403);
    await waymark.submit(director, `${path}/withdraw`, { words: '' });
    expect(await errorsAt(director, `${path}/withdraw`)).toEqual(['#words']);
    await waymark.submit(director, `${path}/withdraw`, { words: 'We fund it ourselves.' });
    expect(await valid(waymark.visitor(), path)).toContain('We fund it ourselves.');
    expect((await waymark.open(official, `${path}/acknowledge`)).status).toBe(409);
  });

  it('list directors by place, as the administrator keeps them', async () => {
    expect(await valid(waymark.visitor(), '/directors')).toContain('No director is in office.');
    expect((await waymark.open(director, '/directors/new')).status).toBe(403);
    await valid(administrator, '/directors/new');
    await waymark.submit(administrator, '/directors/new', { name: '', places: 'E99999999', contact: '', appointedBy: '', untilDay: '31', untilMonth: '2', untilYear: '2027' });
    expect(await errorsAt(administrator, '/directors/new')).toEqual(['#name', '#places', '#contact', '#appointedBy', '#since', '#until']);
    const entry = { name: 'Dee Director', userId: places.leedsDirector.id, places: 'e08000035', contact: 'dee@example.org', appointedBy: 'Secretary of State', sinceDay: '5', sinceMonth: '1', sinceYear: '2026' };
    expect((await waymark.submit(administrator, '/directors/new', entry)).status).toBe(303);
    const page = await valid(waymark.visitor(), '/directors');
    expect(page).toContain('Leeds Dee Director dee@example.org Secretary of State 5 January 2026 no end set');
    const { $ } = await waymark.open(administrator, '/directors');
    const edit = $('a[href$="/edit"]').attr('href') ?? '';
    await valid(administrator, edit);
    await waymark.submit(administrator, edit, { ...entry, places: 'E08000035, E06000014' });
    expect(await valid(waymark.visitor(), '/directors')).toContain('York Dee Director');
    expect(await valid(waymark.visitor(), '/places/E06000014')).toContain('Levelling up directorDee Director');
  });

  it('give directors and places a briefing of all that is public about a place', async () => {
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65 }, '2026-05-01');
    const review = await queuedReview(waymark, education, 2025, { ...ANSWERS, narrative: 'Hubs opened in Leeds and Bradford.\nOthers followed.' });
    const reviewer = actorOf(education.people.reviewer);
    await waymark.get(ReviewsService).claim(reviewer, review.id, review.rowVersion);
    const { rowVersion } = await waymark.dataSource.getRepository(Review).findOneByOrFail({ id: review.id });
    await waymark.get(ReviewsService).decide(reviewer, review.id, { draft: { decision: 'accepted', reasons: [] }, rowVersion });
    expect(await valid(director, '/briefings')).toContain('Leeds');
    const { result, statements } = await statementsOf(() => waymark.open(director, '/places/E08000035/briefing'));
    expect(result.status).toBe(200);
    expect(statements.slice(14)).toEqual([]);
    const page = await valid(director, '/places/E08000035/briefing');
    expect(page).toContain('Dee Director (dee@example.org), since 5 January 2026, appointed by Secretary of State');
    expect(page).toContain('A reading hub: Accepted in part');
    expect(page).toContain('Hubs opened in Leeds and Bradford.');
    expect(page).not.toContain('Others followed.');
    expect(page).toContain('No award to this council is in the files that have been loaded.');
    await valid(york, '/places/E06000014/briefing');
    expect((await waymark.open(official, '/places/E08000035/briefing')).status).toBe(403);
    expect((await waymark.open(waymark.visitor(), '/places/E08000035/briefing')).status).toBe(303);
    expect((await waymark.open(director, '/places/E00/briefing')).status).toBe(404);
  });
});
