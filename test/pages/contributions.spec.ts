import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Contribution } from '#features/contributions/contribution.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the pages of contributions', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let places: PlacePeople;
  let submission: Submission;
  let official: Agent;
  let leeds: Agent;
  let york: Agent;
  let section: string;
  let address: string;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    places = await savePlacePeople(waymark);
    submission = await new SubmissionFactory(waymark, education).in('draft');
    section = `/evidence-returns/${submission.id}/contributions`;
    official = await waymark.signIn(education.people.official.email);
    leeds = await waymark.signIn(places.leedsOfficial.email);
    york = await waymark.signIn(places.yorkOfficial.email);
  }, 60_000);
  afterAll(() => waymark.close());

  const valid = async (agent: Agent, path: string): Promise<string> => {
    const { status, $, response } = await waymark.open(agent, path);
    expect([path, status, await faultsOf(response.text)]).toEqual([path, 200, []]);
    expect($('h1')).toHaveLength(1);
    return $('main').text().replaceAll(/\s+/g, ' ');
  };
  const errorsAt = async (agent: Agent, path: string): Promise<[string, string | undefined][]> => {
    const { $, response } = await waymark.open(agent, path);
    expect([$('title').text().startsWith('Error: '), await faultsOf(response.text)]).toEqual([true, []]);
    return $('.govuk-error-summary a').toArray().map((link) => {
      const href = $(link).attr('href') ?? '';
      expect($(`[id="${href.slice(1)}"]`)).toHaveLength(1);
      return [$(link).text(), href];
    });
  };

  it('keep what was typed when a question lacks something', async () => {
    expect(await valid(official, section)).toContain('Nobody has been asked for a contribution.');
    await valid(official, `${section}/new`);
    expect((await waymark.submit(official, `${section}/new`, { organisationId: '', question: 'What of the hubs?', day: '31', month: '2', year: '2027' })).status).toBe(303);
    const { $ } = await waymark.open(official, `${section}/new`);
    expect([$('#question').text(), $('#dueOn').val()]).toEqual(['What of the hubs?', '31']);
    await waymark.submit(official, `${section}/new`, { organisationId: '', question: '', about: 'whole', day: '', month: '', year: '' });
    expect(await errorsAt(official, `${section}/new`)).toEqual([
      ['Select whom you ask', '#organisationId'], ['Enter your question', '#question'], ['Enter the date by which you need it, like 27 3 2027', '#dueOn'],
    ]);
  });

  it('offer only bodies that can answer, and name the others', async () => {
    await waymark.dataSource.getRepository(Organisation).save({ slug: 'nobody-here', name: 'Empty Borough', shortName: 'Empty', kind: 'sub-national', mailbox: null, areaCode: null });
    const { $ } = await waymark.open(official, `${section}/new`);
    const offered = $('#organisationId option').toArray().map((option) => $(option).text());
    expect(offered).toContain('Leeds City Council');
    expect(offered).not.toContain('Empty Borough');
    expect($('#organisationId-hint').text()).toContain('Empty Borough');
    const { id } = await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug: 'nobody-here' });
    await waymark.submit(official, `${section}/new`, { organisationId: id, question: 'What of the hubs?', about: 'narrative', day: '1', month: '12', year: '2026' });
    expect(await errorsAt(official, `${section}/new`)).toEqual([['Nobody of Empty Borough can answer in Waymark. Select somebody else', '#organisationId']]);
  });

  it('ask a place, which sees the question and nothing of the return', async () => {
    const answer = await waymark.submit(official, `${section}/new`, { organisationId: places.leeds.id, question: 'What of the hubs?', about: 'narrative', day: '1', month: '12', year: '2026' });
    expect([answer.status, answer.headers['location']]).toEqual([303, section]);
    const { id } = await waymark.dataSource.getRepository(Contribution).findOneByOrFail({ submissionId: submission.id });
    address = `/contributions/${id}`;
    const { $ } = await waymark.open(leeds, '/contributions');
    expect($('tbody a').attr('href')).toBe(address);
    await valid(leeds, '/contributions');
    const page = await valid(leeds, address);
    expect(page).toContain('What of the hubs?');
    expect(page).not.toContain('Catch-up hubs opened in twenty places.');
    expect((await statementsOf(() => waymark.open(leeds, address))).statements.length).toBeLessThan(15);
  });

  it.each(['', '/answer', '/evidence/new', '/give', '/decline'])('are closed to everybody else at %s', async (path) => {
    expect((await waymark.open(york, `${address}${path}`)).status).toBe(403);
    expect((await waymark.open(official, `${address}${path}`)).status).toBe(403);
    expect((await waymark.open(waymark.visitor(), `${address}${path}`)).status).toBe(303);
  });

  it('show a place nothing of any department’s return or plan', async () => {
    for (const path of ['', '/figures', '/narrative', '/rating', '/next-steps', '/check', '/sign-off', '/decline', '/withdraw', '/take-up', '/versions/1', '/contributions', '/contributions/new']) {
      const { status, response } = await waymark.open(leeds, `/evidence-returns/${submission.id}${path}`);
      expect([path, [403, 404].includes(status)]).toEqual([path, true]);
      expect(response.text).not.toContain('Catch-up');
    }
    expect((await waymark.open(leeds, '/work')).status).toBe(403);
    expect((await waymark.open(leeds, '/reviews')).status).toBe(403);
  });

  it('are written, with evidence an item a page, and given', async () => {
    await waymark.submit(leeds, `${address}/answer`, { answer: ' ' });
    expect(await errorsAt(leeds, `${address}/answer`)).toEqual([['Enter your contribution', '#answer']]);
    expect(await valid(leeds, address)).not.toContain('In writing');
    expect((await waymark.submit(leeds, `${address}/answer`, { answer: ' Hubs opened.\r\nTwo of them. ' })).status).toBe(303);
    expect(await valid(leeds, address)).toContain('Hubs opened. Two of them.');
    await waymark.submit(leeds, `${address}/evidence/new`, { claim: '', source: '', page: '', link: 'ftp://x' });
    expect((await errorsAt(leeds, `${address}/evidence/new`)).map(([, href]) => href)).toEqual(['#claim', '#kind', '#strength', '#source', '#page', '#link']);
    const item = { claim: 'Attendance rose.', kind: 'evaluation', strength: 'moderate', source: 'Leeds survey', page: 'page 4', link: '' };
    expect((await waymark.submit(leeds, `${address}/evidence/new`, item)).status).toBe(303);
    const { $ } = await waymark.open(leeds, address);
    const change = $('a[href*="/evidence/"]').toArray().map((link) => $(link).attr('href') ?? '').find((href) => !href.endsWith('/new') && !href.endsWith('/remove')) ?? '';
    expect(await valid(leeds, change)).toContain('Change an item of evidence');
    await waymark.submit(leeds, change, { ...item, claim: 'Attendance rose by 3 points.' });
    await valid(leeds, `${change}/remove`);
    expect(await valid(leeds, `${address}/give`)).toContain('Attendance rose by 3 points.');
    expect(await valid(official, section)).not.toContain('Hubs opened.');
    expect((await waymark.submit(leeds, `${address}/give`, {})).headers['location']).toBe(address);
    expect(await valid(leeds, address)).toContain('Given');
    // the link of the mail that asked leads to what was answered
    const { status, response } = await waymark.open(leeds, `${address}/answer`);
    expect([status, response.headers['location']]).toEqual([303, address]);
  });

  it('can be quoted whole by the asker', async () => {
    const page = await valid(official, section);
    expect(page).toContain('Hubs opened. Two of them.');
    expect(page).toContain('Attendance rose by 3 points.');
    expect(page).toContain('Not quoted');
    const { $ } = await waymark.open(official, section);
    const action = $('form[action$="/quote"]').attr('action') ?? '';
    expect((await waymark.submit(official, section, {}, action)).status).toBe(303);
    expect(await valid(official, section)).toContain('Quoted in the return');
  });

  it('keep the text of whoever comes too late', async () => {
    await waymark.submit(leeds, `${address}/take-back`, {});
    const { $ } = await waymark.open(leeds, `${address}/answer`);
    const [csrf, rowVersion] = [$('input[name="_csrf"]').val(), $('input[name="rowVersion"]').val()];
    await waymark.submit(leeds, `${address}/answer`, { answer: 'By one hand.' });
    const late = await leeds.post(`${address}/answer`).type('form').send({ _csrf: csrf, rowVersion, answer: 'By the other hand.' });
    expect([late.status, late.text.includes('By the other hand.'), await faultsOf(late.text)]).toEqual([409, true, []]);
  });

  it('are overdue in public, on the mission’s page and the body’s, without the question', async () => {
    waymark.clock.set('2026-12-02T08:00:00Z');
    await waymark.runWatches();
    const mission = await valid(waymark.visitor(), '/frameworks/levelling-up-2022/missions/education');
    expect(mission).toContain('1 contribution to its returns, asked of others, is overdue: Leeds City Council');
    const body = await valid(waymark.visitor(), '/organisations/leeds');
    expect(body).toContain('Education, April 2101 to March 2102: asked by Department for Education, due on 1 December 2026');
    expect(body).not.toContain('hubs');
    expect(await valid(waymark.visitor(), '/organisations/york')).toContain('No contribution of this organisation is overdue.');
    expect((await waymark.open(waymark.visitor(), '/organisations/nobody')).status).toBe(404);
    waymark.clock.set('2026-11-23T09:00:00Z');
  });

  it('need a reason to be declined', async () => {
    await waymark.submit(leeds, `${address}/decline`, { reason: '' });
    expect(await errorsAt(leeds, `${address}/decline`)).toEqual([['Enter why you decline', '#reason']]);
    await waymark.submit(leeds, `${address}/decline`, { reason: 'The hubs are the county’s.' });
    expect(await valid(official, section)).toContain('The hubs are the county’s.');
  });

  it('are withdrawn by the asker with a reason, which the asked body reads', async () => {
    await waymark.submit(official, `${section}/new`, { organisationId: places.york.id, question: 'What of the trams?', about: 'whole', day: '1', month: '12', year: '2026' });
    const { $ } = await waymark.open(official, section);
    const withdraw = $('a[href$="/withdraw"]').toArray().map((link) => $(link).attr('href') ?? '');
    // what Leeds has declined is answered
    expect(withdraw).toHaveLength(1);
    const [page = ''] = withdraw;
    expect(await valid(official, page)).toContain('What of the trams?');
    await waymark.submit(official, page, { reason: ' ' });
    expect(await errorsAt(official, page)).toEqual([['Enter why you withdraw the question', '#reason']]);
    expect((await waymark.open(leeds, page)).status).toBe(403);
    expect((await waymark.open(york, page)).status).toBe(403);
    const { $: form } = await waymark.open(official, page);
    const hidden = { _csrf: form('input[name="_csrf"]').first().val(), rowVersion: form('input[name="rowVersion"]').val() };
    const asked = `/contributions/${page.split('/').at(-2)}`;
    await waymark.submit(york, `${asked}/answer`, { answer: 'Trams run.' });
    const late = await official.post(page).redirects(0).type('form').send({ ...hidden, reason: 'We meant Leeds.' });
    expect([late.status, late.text.includes('We meant Leeds.'), await faultsOf(late.text)]).toEqual([409, true, []]);
    expect((await waymark.submit(official, page, { reason: 'We meant Leeds.' })).headers['location']).toBe(section);
    expect(await valid(official, section)).toContain('We meant Leeds.');
    const theirs = await valid(york, asked);
    for (const words of ['Question withdrawn', 'The question was withdrawn', 'We meant Leeds.', 'Trams run.']) expect(theirs).toContain(words);
    const over = await waymark.open(official, page);
    expect([over.status, over.response.headers['location']]).toEqual([303, section]);
    expect((await waymark.open(york, `${asked}/give`)).status).toBe(303);
    expect(await valid(york, '/contributions')).toContain('Closed');
  });

  it('say to the asker where nobody can be asked', async () => {
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { bodies: ['nobody-here', 'york'] });
    expect(await valid(official, section)).toContain('Nobody at Empty Borough has an account, so nobody there has been asked.');
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { bodies: [] });
  });

  it('go to the council with the version, and close with it', async () => {
    await waymark.submit(leeds, `${address}/take-back`, {});
    const services = waymark.get(SubmissionsService);
    const current = () => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
    await services.move(actorOf(education.people.official), openedAs(await current()), 'send-for-sign-off');
    expect(await valid(leeds, address)).toContain('The return has been sent for sign-off.');
    for (const path of ['give', 'decline', 'take-back']) {
      const { status, response } = await waymark.open(leeds, `${address}/${path}`);
      expect([path, status, response.headers['location']]).toEqual([path, 303, address]);
    }
    await services.move(actorOf(education.people.sro), openedAs(await current()), 'submit');
    const reviewer = await waymark.signIn(education.people.reviewer.email);
    expect(await valid(reviewer, section)).toContain('Leeds City Council');
    await waymark.runWatches();
    expect(await valid(leeds, address)).toContain('Not given');
    expect((await waymark.open(official, `${section}/new`)).status).toBe(409);
  });
});
