import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InquiryQuestion } from '#features/inquiries/inquiry-question.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the pages of inquiries and recommendations', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let places: PlacePeople;
  let people: Record<'member' | 'chair' | 'official' | 'sro' | 'otherSro' | 'administrator' | 'york', Agent>;
  let address: string;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    places = await savePlacePeople(waymark);
    await signIn();
  }, 60_000);
  afterAll(() => waymark.close());

  /** A session ends after half a day. */
  const signIn = async (): Promise<void> => {
    const { member, chair, official, sro, otherSro, administrator } = education.people;
    const agents = await Promise.all([member, chair, official, sro, otherSro, administrator, places.yorkOfficial].map(({ email }) => waymark.signIn(email)));
    people = Object.fromEntries(['member', 'chair', 'official', 'sro', 'otherSro', 'administrator', 'york'].map((name, index) => [name, agents[index]])) as typeof people;
  };
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
  const questions = (): Promise<InquiryQuestion[]> => waymark.dataSource.getRepository(InquiryQuestion).find({ relations: { organisation: true }, order: { organisation: { slug: 'ASC' } } });
  const inquiry = () => ({
    title: 'Attendance', scope: 'Why attendance falls.', origin: 'commissioned', commissionedBy: 'The Education Committee', commissionedDay: '2', commissionedMonth: '11', commissionedYear: '2026',
    missionIds: [education.mission.id], endDay: '31', endMonth: '3', endYear: '2027',
  });
  const everySecret = ['How many schools?', 'Eleven.', 'What does it cost?', 'Names a child.', 'Attendance falls', 'Publish attendance'];

  it('are opened by the council, which says whose idea it was', async () => {
    await valid(people.member, '/inquiries/new');
    for (const other of [people.sro, people.administrator]) expect((await waymark.open(other, '/inquiries/new')).status).toBe(403);
    await waymark.submit(people.member, '/inquiries/new', { origin: 'commissioned' });
    expect(await errorsAt(people.member, '/inquiries/new')).toEqual(['#title', '#scope', '#commissionedBy', '#commissionedOn', '#expectedEnd', '#missionIds']);
    address = (await waymark.submit(people.member, '/inquiries/new', inquiry())).headers['location'] as string;
    expect(address).toMatch(/^\/inquiries\/IN-2026-[0-9A-Z]{4}$/);
    expect(await valid(waymark.visitor(), address)).toContain('Commissioned by The Education Committee on 2 November 2026');
    expect(await valid(waymark.visitor(), '/inquiries')).toContain('Attendance');
  });

  it('ask departments and bodies for evidence, which they alone read and answer', async () => {
    await waymark.submit(people.member, `${address}/ask`, { organisationId: education.organisations.dfe.id, question: 'How many schools?', dueDay: '6', dueMonth: '12', dueYear: '2026' });
    expect(await errorsAt(people.member, `${address}/ask`)).toEqual(['#dueOn']);
    for (const [organisationId, question] of [[education.organisations.dfe.id, 'How many schools?'], [education.organisations.dhsc.id, 'What does it cost?'], [places.york.id, 'What do you see?']]) {
      await waymark.submit(people.member, `${address}/ask`, { organisationId, question, dueDay: '7', dueMonth: '12', dueYear: '2026' });
    }
    const [dfe, dhsc] = await questions();
    const theirs = `${address}/questions/${dfe?.id}`;
    expect(await valid(people.official, '/inquiries/asked')).toContain('Attendance');
    expect(await valid(people.official, theirs)).toContain('How many schools?');
    await valid(people.member, theirs);
    for (const [outsider, status] of [[people.otherSro, 403], [people.york, 403], [people.administrator, 403], [waymark.visitor(), 303]] as const) {
      expect([(await waymark.open(outsider, theirs)).status, (await waymark.open(outsider, `${theirs}/answer`)).status]).toEqual([status, status]);
    }
    await waymark.submit(people.official, `${theirs}/answer`, { text: '', confidentialReason: '' });
    expect(await errorsAt(people.official, `${theirs}/answer`)).toEqual(['#text', '#publish']);
    await waymark.submit(people.official, `${theirs}/answer`, { text: 'Eleven.', publish: 'yes' });
    expect((await waymark.open(people.official, `${theirs}/answer`)).status).toBe(409);
    await waymark.submit(people.otherSro, `${address}/questions/${dhsc?.id}/answer`, { text: 'Three million.', publish: 'no', confidentialReason: 'Names a child.' });
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'inquiry-answered', userId: education.people.chair.id })).toBe(2);
  });

  it('mark in public what is overdue, and let nothing else out', async () => {
    await waymark.submit(people.chair, `${address}/findings`, { text: 'Attendance falls.' });
    await waymark.submit(people.member, `${address}/findings`, { text: 'Attendance falls in winter.' });
    await waymark.submit(people.member, `${address}/recommendations/add`, { text: '', addresseeId: '', answerDays: 'x' });
    expect(await errorsAt(people.member, `${address}/recommendations/add`)).toEqual(['#text', '#answerDays', '#addresseeId']);
    const draft = { text: 'Publish attendance monthly.', addresseeId: education.organisations.dfe.id, missionId: education.mission.id, answerDays: '40' };
    await waymark.submit(people.member, `${address}/recommendations/add`, draft);
    await waymark.submit(people.member, `${address}/recommendations/add`, { ...draft, text: 'Nothing.' });
    const { $ } = await waymark.open(people.member, `${address}/work`);
    const [change, removal] = [$('a[href$="/change"]').first().attr('href') ?? '', $('a[href$="/remove"]').last().attr('href') ?? ''];
    await waymark.submit(people.chair, change, { ...draft, text: 'Publish attendance weekly.' });
    await valid(people.member, removal);
    await waymark.submit(people.member, removal, {});
    expect(await valid(people.chair, `${address}/work`)).toMatch(/Publish attendance weekly\.(?!.*Nothing\.)/);
    const reminders = async (...instants: string[]): Promise<number> => {
      for (const instant of instants) {
        waymark.clock.set(instant);
        await waymark.runWatches();
      }
      return waymark.dataSource.getRepository(Notice).countBy({ kind: 'inquiry-question-due', userId: places.yorkOfficial.id });
    };
    expect(await reminders('2026-11-29T12:00:00Z', '2026-11-30T00:10:00Z')).toBe(0);
    expect(await reminders('2026-11-30T12:00:00Z', '2026-12-04T12:00:00Z', '2026-12-07T23:00:00Z', '2026-12-08T00:10:00Z', '2026-12-08T12:00:00Z')).toBe(2);
    expect(await valid(waymark.visitor(), address)).toContain('City of York Council: the answer was due by 7 December 2026.');
    await signIn();
    for (const path of [address, '/inquiries', '/api/v1/inquiries', '/recommendations', '/recommendations.csv', '/api/v1/recommendations']) {
      for (const agent of [waymark.visitor(), people.york, people.administrator]) {
        const { text } = (await waymark.open(agent, path)).response;
        expect([path, everySecret.filter((secret) => text.includes(secret))]).toEqual([path, []]);
      }
    }
    for (const page of ['work', 'findings', 'findings/1', 'publish', 'ask', 'abandon', 'recommendations/add']) {
      for (const agent of [people.sro, people.york, people.administrator]) expect([page, (await waymark.open(agent, `${address}/${page}`)).status]).toEqual([page, 403]);
    }
    expect((await waymark.open(waymark.visitor(), `${address}/follow-up`)).status).toBe(404);
  }, 30_000);

  it('are published once, whole, with recommendations that are answered and followed up', async () => {
    expect(await valid(people.chair, `${address}/publish`)).toContain('Attendance falls in winter.');
    const [dfe] = await questions();
    await waymark.submit(people.chair, `${address}/publish`, { quoted: [dfe?.id ?? ''] });
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), address));
    expect([result.status, statements.slice(14)]).toEqual([200, []]);
    const page = await valid(waymark.visitor(), address);
    for (const text of ['Attendance falls in winter.', 'Eleven.', 'Names a child.', 'Publish attendance weekly.', 'City of York Council has not answered.', 'Version 1: chair, Advisory Council']) expect(page).toContain(text);
    expect(page).not.toContain('Three million.');
    expect((await waymark.open(people.chair, `${address}/findings`)).status).toBe(409);
    await expect(waymark.dataSource.query('UPDATE inquiries SET published_findings = 1')).rejects.toThrow('are published');
    await expect(waymark.dataSource.query(`UPDATE inquiry_questions SET answer = 'Ten.' WHERE state = 'answered'`)).rejects.toThrow('stays as it is');
    const { reference } = await waymark.dataSource.getRepository(Recommendation).findOneByOrFail({});
    const recommendation = `/recommendations/${reference}`;
    expect(await valid(waymark.visitor(), recommendation)).toContain('Publish attendance weekly.');
    for (const other of [people.official, people.otherSro, people.york, people.member]) expect((await waymark.open(other, `${recommendation}/answer`)).status).toBe(403);
    await valid(people.sro, `${recommendation}/answer`);
    await waymark.submit(people.sro, `${recommendation}/answer`, { how: 'accept-in-part', words: '', promise: '', promisedDay: '', promisedMonth: '', promisedYear: '' });
    expect(await errorsAt(people.sro, `${recommendation}/answer`)).toEqual(['#words', '#promise', '#promisedOn']);
    await waymark.submit(people.chair, `${address}/close`, { reason: '' });
    expect((await waymark.open(people.chair, `${address}/close`)).$('.govuk-error-summary').text()).toContain('1 recommendation has no answer');
    await waymark.submit(people.sro, `${recommendation}/answer`, { how: 'accept-in-part', words: 'Monthly only.', promise: 'Publish monthly.', promisedDay: '1', promisedMonth: '3', promisedYear: '2027' });
    await waymark.submit(people.official, `${recommendation}/progress`, { words: 'The first month is out.' });
    expect(await valid(waymark.visitor(), `${address}/follow-up`)).toMatch(/Partly accepted.*Monthly only\..*The first month is out\./);
    await waymark.submit(people.chair, `${address}/close`, { reason: '' });
    expect(await valid(waymark.visitor(), address)).toContain('Closed');
    await valid(people.member, `${recommendation}/outcome`);
    await waymark.submit(people.member, `${recommendation}/outcome`, { outcome: 'mark-done', words: 'Twelve months are out.', shown: 'The releases.' });
    const shown = await valid(waymark.visitor(), recommendation);
    for (const text of ['Done', 'Twelve months are out.', 'The releases.']) expect(shown).toContain(text);
    expect(shown).not.toContain(education.people.sro.name + ',');
  }, 30_000);

  it('list recommendations with filters, as a file and over the API', async () => {
    expect(await valid(waymark.visitor(), '/recommendations?state=done&addressee=dfe&source=inquiry')).toContain('1 recommendation');
    expect(await valid(waymark.visitor(), '/recommendations?overdue=yes')).toContain('No recommendation is as you have selected.');
    expect((await waymark.visitor().get('/recommendations.csv')).text.split('\r\n')[1]).toContain(',done,false,false,inquiry,IN-');
    expect((await waymark.visitor().get('/recommendations.csv-metadata.json')).status).toBe(200);
    const { body } = await waymark.visitor().get('/api/v1/recommendations?state=done');
    expect(body.items).toMatchObject([{ state: 'done', addressee: 'dfe', promise: 'Publish monthly.', promisedOn: '2027-03-01' }]);
    expect((await waymark.visitor().get('/api/v1/inquiries')).body.items).toMatchObject([{ state: 'closed', findings: 'Attendance falls in winter.', commissionedBy: 'The Education Committee' }]);
    expect((await waymark.visitor().get('/api/v1/recommendations?state=lost')).status).toBe(400);
  });

  it('can be abandoned with a reason, and then nothing is ever published', async () => {
    const path = (await waymark.submit(people.member, '/inquiries/new', { ...inquiry(), origin: 'own-motion' })).headers['location'] as string;
    await waymark.submit(people.member, `${path}/ask`, { organisationId: places.york.id, question: 'A secret question?', dueDay: '11', dueMonth: '1', dueYear: '2027' });
    await waymark.submit(people.member, `${path}/abandon`, { reason: '' });
    expect(await errorsAt(people.member, `${path}/abandon`)).toEqual(['#reason']);
    await waymark.submit(people.member, `${path}/abandon`, { reason: 'Overtaken by events.' });
    const page = await valid(waymark.visitor(), path);
    expect(page).toContain('Of the council’s own motion');
    expect(page).toContain('Overtaken by events.');
    expect(page).not.toContain('A secret question?');
    expect(page).not.toContain('City of York Council');
    await valid(people.york, '/inquiries/asked');
    expect((await questions()).find(({ question }) => question === 'A secret question?')).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Overtaken by events.' });
  });
});
