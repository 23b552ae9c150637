import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsultationEvent } from '#features/consultations/consultation-event.entity.js';
import { Consultation } from '#features/consultations/consultation.entity.js';
import { ConsultationReply } from '#features/consultations/consultation-reply.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the pages of consultations', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let places: PlacePeople;
  let official: Agent;
  let leeds: Agent;
  let york: Agent;
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
    official = await waymark.signIn(education.people.official.email);
    leeds = await waymark.signIn(places.leedsDirector.email);
    york = await waymark.signIn(places.yorkOfficial.email);
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
  const dates = (which: string, day: string, month: string, year: string) => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });
  const NEW = () => ({
    subject: `target:${education.target.id}`, title: 'A later target', question: 'Should the target be moved?', documents: 'The paper https://example.org/paper', who: 'every',
    ...dates('opens', '30', '11', '2026'), ...dates('closes', '11', '12', '2026'), ...dates('respond', '15', '1', '2027'),
  });
  const at = async (instant: string): Promise<void> => {
    waymark.clock.set(instant);
    await waymark.runWatches();
    await signIn();
  };
  const replyOf = (slug: 'leeds' | 'york') => waymark.dataSource.getRepository(ConsultationReply).findOneByOrFail({ organisationId: places[slug].id });

  it('name every field that is wrong, and keep what was typed', async () => {
    expect(await valid(official, '/consultations/new')).toContain('Education: 90% reach the expected standard');
    await waymark.submit(official, '/consultations/new', { ...NEW(), subject: '', title: '', question: 'Kept words', documents: 'no address', who: 'some', ...dates('closes', '1', '12', '2026'), ...dates('respond', '31', '2', '2027') });
    expect(await errorsAt(official, '/consultations/new')).toEqual(['#subject', '#title', '#documents', '#closesOn', '#respondBy', '#bodies']);
    await waymark.submit(official, '/consultations/new', { ...NEW(), title: '', question: 'Kept words' });
    expect((await waymark.open(official, '/consultations/new')).$('#question').text()).toBe('Kept words');
  });

  it('are opened by the lead department, and by no other department', async () => {
    const { headers } = await waymark.submit(official, '/consultations/new', NEW());
    address = headers['location'] as string;
    expect(address).toMatch(/^\/consultations\/CN-2026-[0-9A-Z]{4}$/);
    expect(await valid(waymark.visitor(), address)).toContain('Announced');
    const other = await waymark.signIn(education.people.otherSro.email);
    await waymark.submit(other, '/consultations/new', NEW());
    expect(await errorsAt(other, '/consultations/new')).toEqual(['#subject']);
    expect((await waymark.open(leeds, '/consultations/new')).status).toBe(403);
  });

  it('take replies from their first day, of those who are asked', async () => {
    expect((await waymark.open(leeds, `${address}/reply`)).status).toBe(409);
    await at('2026-11-30T00:30:00Z');
    expect(await valid(waymark.visitor(), '/consultations')).toContain('Open until 11 December 2026');
    await valid(leeds, `${address}/reply`);
    expect((await waymark.open(official, `${address}/reply`)).status).toBe(403);
    expect((await waymark.submit(leeds, `${address}/reply`, { text: 'Move it by a year.', publish: 'yes' })).status).toBe(303);
    expect(await valid(leeds, address)).toContain('Your reply is saved and has not been sent.');
    expect(await valid(leeds, `${address}/reply/send`)).toContain('Move it by a year.');
    await waymark.submit(leeds, `${address}/reply/send`, {});
    for (const path of ['reply', 'reply/send']) {
      const { status, response } = await waymark.open(leeds, `${address}/${path}`);
      expect([path, status, response.headers['location']]).toEqual([path, 303, address]);
    }
    await waymark.submit(york, `${address}/reply`, { text: ' ', publish: 'yes' });
    expect(await errorsAt(york, `${address}/reply`)).toEqual(['#text']);
    expect((await replyOf('york')).state).toBe('invited');
    await waymark.submit(york, `${address}/reply/send`, {});
    expect(await errorsAt(york, `${address}/reply/send`)).toEqual(['#text', '#publish']);
    await waymark.submit(york, `${address}/reply`, { text: 'Our firm says no.', publish: 'no', confidentialReason: 'It names a firm.' });
    await waymark.submit(york, `${address}/reply/send`, {});
    expect((await replyOf('york')).state).toBe('sent');
  });

  it('show nobody a reply before the last day has passed', async () => {
    for (const agent of [waymark.visitor(), official, york]) {
      const page = await valid(agent, address);
      expect(page).not.toContain('Move it by a year.');
      expect(page).not.toContain('Our firm says no.');
      expect(page).toContain('Replies are published whole after the last day.');
    }
  });

  it('remind once those who have not sent, until the end of the last day', async () => {
    await valid(york, `${address}/reply/take-back`);
    await waymark.submit(york, `${address}/reply/take-back`, {});
    const actions = async () =>
      (await waymark.dataSource.getRepository(ConsultationEvent).find({ where: { organisationId: places.york.id }, order: { sequence: 'ASC' } })).flatMap(({ action, text }) => (action === 'remind' ? [text] : []));
    // five working days before Friday 11 December is Friday 4, one is Thursday 10
    await at('2026-12-04T07:59:59Z');
    expect(await actions()).toEqual([]);
    for (const instant of ['2026-12-04T08:00:00Z', '2026-12-04T12:00:00Z', '2026-12-07T12:00:00Z', '2026-12-10T12:00:00Z', '2026-12-11T23:59:00Z']) await at(instant);
    expect(await actions()).toEqual(['5', '1']);
    expect(await waymark.dataSource.getRepository(ConsultationEvent).countBy({ organisationId: places.leeds.id, action: 'remind' })).toBe(0);
    await waymark.submit(york, `${address}/reply/send`, {});
  });

  it('publish replies whole once closed, and of the confidential only the reason', async () => {
    await at('2026-12-12T00:10:00Z');
    const page = await valid(waymark.visitor(), address);
    expect(page).toContain('Move it by a year.');
    expect(page).not.toContain('Our firm says no.');
    expect(page).toContain('It names a firm.');
    expect(await valid(official, address)).toContain('Our firm says no.');
    expect(await valid(leeds, address)).not.toContain('Our firm says no.');
    expect((await waymark.open(leeds, `${address}/reply`)).response.headers['location']).toBe(address);
    expect((await waymark.open(leeds, address)).$('main a[href="/organisations/york"]').text()).toBe(places.york.name);
    expect((await statementsOf(() => waymark.open(official, address))).statements.length).toBeLessThan(15);
    await expect(waymark.dataSource.query(`UPDATE consultation_replies SET text = 'Other words'`)).rejects.toThrow('while its consultation is open');
  });

  it('have a response by a day, overdue in public and marked once', async () => {
    await at('2027-01-15T23:00:00Z');
    expect(await valid(waymark.visitor(), address)).not.toContain('has not been published');
    await at('2027-01-16T00:10:00Z');
    await at('2027-01-17T00:10:00Z');
    expect(await valid(waymark.visitor(), '/consultations')).toContain('Response overdue');
    expect(await valid(waymark.visitor(), address)).toContain('The response was due by 15 January 2027 and has not been published.');
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'consultation-overdue', userId: education.people.official.id })).toBe(1);
    await waymark.submit(official, `${address}/respond`, { changes: '', reason: '' });
    expect(await errorsAt(official, `${address}/respond`)).toEqual(['#changes', '#reason']);
    expect((await waymark.open(york, `${address}/respond`)).status).toBe(403);
    await waymark.submit(official, `${address}/respond`, { changes: 'The target is moved by a year.', reason: 'Leeds asked.' });
    expect(await valid(waymark.visitor(), address)).toContain('The target is moved by a year.');
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'consultation-ended', userId: places.leedsDirector.id })).toBe(1);
  });

  it('open at once where the first day is today, are asked of chosen bodies, and can be withdrawn', async () => {
    await at('2026-11-23T09:00:00Z');
    const chair = await waymark.signIn(education.people.chair.email);
    const { headers } = await waymark.submit(chair, '/consultations/new', { ...NEW(), subject: `mission:${education.mission.id}`, who: 'some', bodies: places.york.id, ...dates('opens', '23', '11', '2026') });
    const path = headers['location'] as string;
    expect((await waymark.open(leeds, `${path}/reply`)).status).toBe(403);
    await valid(york, `${path}/reply`);
    expect((await waymark.open(official, `${path}/withdraw`)).status).toBe(403);
    await waymark.submit(chair, `${path}/withdraw`, { reason: '' });
    expect(await errorsAt(chair, `${path}/withdraw`)).toEqual(['#reason']);
    await waymark.submit(chair, `${path}/withdraw`, { reason: 'Overtaken by the review.' });
    expect(await valid(waymark.visitor(), path)).toContain('Overtaken by the review.');
    expect((await waymark.open(york, `${path}/reply`)).status).toBe(409);
    expect(await waymark.dataSource.getRepository(Consultation).countBy({ state: 'withdrawn' })).toBe(1);
  });
});
