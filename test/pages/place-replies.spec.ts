import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { ActorsService } from '#features/access/actors.service.js';
import { User } from '#features/access/user.entity.js';
import { UsersService } from '#features/access/users.service.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { PlaceReply } from '#features/places/place-reply.entity.js';
import { PlaceRepliesService } from '#features/places/place-replies.service.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { faultsOf } from '../support/valid-page.js';

const OFFICIAL = 'nadia.karim@manchester.example.org';

describe('a place’s right of reply', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let official: Agent;
  const form = '/places/E08000003/reply';
  const words = 'The count leaves out 1,200 homes.\r\n<b>We have asked for a correction.</b>';

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    official = await waymark.signIn(OFFICIAL);
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const open = (address: string, agent: Agent = waymark.visitor()) => waymark.open(agent, address);
  const textsOf = async (address: string, selector: string): Promise<string[]> => {
    const { $ } = await open(address);
    return $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
  };

  it('leads people of a place to their own', async () => {
    const own = await open('/my-place', official);
    expect(own.$('main a').toArray().map((link) => own.$(link).attr('href'))).toEqual([
      '/places/E08000003', form, '/places/E08000003/briefing', '/pre-release', '/contributions', '/consultations', '/proposals/new',
    ]);
    expect(await faultsOf(own.response.text)).toEqual([]);
    const { response } = await open(form, official);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('offers the metrics of the missions alone, those with a figure of the place first', async () => {
    const { $ } = await open(form, official);
    const items = $('#metric option').toArray().slice(1).map((option) => ({ slug: $(option).attr('value') ?? '', text: $(option).text() }));
    const figures = await open('/places/E08000003');
    const here = new Set(figures.$('table.waymark-place-figures tbody th a').toArray().map((link) => figures.$(link).attr('href')?.split('/')[2]));
    const first = items.findIndex(({ text }) => text.endsWith(' (no figure here)'));
    expect(first).toBeGreaterThan(0);
    expect(items.map(({ slug }) => here.has(slug))).toEqual(items.map((_, index) => index < first));
    const slugs = items.map(({ slug }) => slug);
    expect(slugs).toContain('gross-median-weekly-pay');
    // in the catalogue, and of no mission
    expect(slugs).not.toContain('gva-per-filled-job');
    // what is missing is told of the same metrics
    const missing = figures.$('#missing + div tbody td a').toArray().map((link) => figures.$(link).attr('href')?.split('/')[2]);
    expect(missing.toSorted()).toEqual(slugs.filter((slug) => !here.has(slug)).toSorted());
  });

  it.each([
    ['nothing', { metric: '', words: '  ' }, 'Enter your reply', '#words'],
    ['too much', { metric: '', words: 'a'.repeat(2001) }, 'Your reply must be 2,000 characters or fewer', '#words'],
    ['no metric', { metric: 'no-such-metric', words: 'Words' }, 'Choose which figures your reply is about', '#metric'],
  ])('refuses %s beside its field', async (_, fields, message, href) => {
    const answer = await waymark.submit(official, form, fields);
    expect([answer.status, answer.headers['location']]).toEqual([303, form]);
    const { $ } = await open(form, official);
    expect($('title').text()).toMatch(/^Error: /);
    expect($('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')])).toEqual([[message, href]]);
  });

  it('takes JSON with nothing in it for an empty reply', async () => {
    const { $ } = await open(form, official);
    const answer = await official.post(form).redirects(0).send({ _csrf: $('input[name="_csrf"]').attr('value'), metric: null, words: null });
    expect([answer.status, answer.headers['location']]).toEqual([303, form]);
    const back = await open(form, official);
    expect(back.$('.govuk-error-summary a').text()).toBe('Enter your reply');
  });

  it('takes 2,000 characters with their line breaks counted once', async () => {
    const answer = await waymark.submit(official, form, { metric: '', words: `${'a'.repeat(1998)}\r\nb` });
    expect(answer.headers['location']).toBe(`${form}/check`);
  });

  it('shows the words for a check, then prints them whole and unedited', async () => {
    await waymark.submit(official, form, { metric: '', words });
    const check = await open(`${form}/check`, official);
    expect(check.$('.govuk-summary-list').text()).toContain('Manchester City Council');
    expect(await faultsOf(check.response.text)).toEqual([]);
    expect((await open('/places/E08000003')).$('#reply')).toHaveLength(0);
    const done = await waymark.submit(official, `${form}/check`, {});
    expect(done.headers['location']).toBe('/places/E08000003');
    const { $, response } = await open('/places/E08000003');
    expect($('blockquote').text()).toBe(words.replace('\r\n', '\n'));
    expect($('.waymark-answer').text()).toMatch(/Manchester City Council, \d{1,2} \w+ \d{4}\. The council’s own words/);
    expect($('body').text()).not.toContain('Nadia');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('lets a new reply on the same figures take its place, and keeps both', async () => {
    await waymark.submit(official, form, { metric: '', words: 'Second words' });
    await waymark.submit(official, `${form}/check`, {});
    expect(await textsOf('/places/E08000003', 'blockquote')).toEqual(['Second words']);
    const kept = await waymark.dataSource.getRepository(PlaceReply).find({ order: { version: 'ASC' } });
    expect(kept.map(({ version, words: said }) => [version, said])).toEqual([[1, words.replace('\r\n', '\n')], [2, 'Second words']]);
  });

  it('sets a reply on one metric beside its figure', async () => {
    const before = await open('/places/E08000003');
    const link = before.$('table.waymark-place-figures tbody th a').first();
    const [name, slug] = [link.text(), link.attr('href')?.split('/')[2] ?? ''];
    await waymark.submit(official, form, { metric: slug, words: 'On this one' });
    await waymark.submit(official, `${form}/check`, {});
    const { $, response } = await open('/places/E08000003');
    expect($('.waymark-answer h3').toArray().map((heading) => $(heading).text())).toEqual(['On all figures of this place', `On ${name}`]);
    expect($(`#reply-${slug} blockquote`).text()).toBe('On this one');
    expect($(`table.waymark-place-figures a[href="#reply-${slug}"]`).closest('tr').find('th a').first().text()).toBe(name);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('withdraws what stands, once', async () => {
    const [standing] = await waymark.dataSource.getRepository(PlaceReply).find({ where: { words: 'On this one' } });
    const action = `/places/E08000003/replies/${standing?.id}/withdraw`;
    expect((await waymark.submit(official, form, {}, action)).headers['location']).toBe(form);
    expect(await textsOf('/places/E08000003', '.waymark-answer h3')).toEqual(['On all figures of this place']);
    const actor = await waymark.get(ActorsService).actorOf((await waymark.dataSource.getRepository(User).findOneByOrFail({ email: OFFICIAL })).id);
    if (!actor) throw new Error('nobody');
    await expect(waymark.get(PlaceRepliesService).withdraw(actor, 'E08000003', standing?.id ?? 0)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('is for the place’s own council alone: on the page, in the service and in the database', async () => {
    expect((await open('/places/E08000035/reply', official)).status).toBe(403);
    const user = await waymark.dataSource.getRepository(User).findOneByOrFail({ email: OFFICIAL });
    const actor = await waymark.get(ActorsService).actorOf(user.id);
    if (!actor) throw new Error('nobody');
    await expect(waymark.get(PlaceRepliesService).publish(actor, 'E08000035', { metric: null, words: 'Not ours' })).rejects.toMatchObject({ kind: 'forbidden', code: 'not-yours' });
    const row = (areaCode: string): Promise<unknown> =>
      waymark.dataSource.query(
        `INSERT INTO place_replies (area_id, version, words, organisation_id, organisation_name, author_id, published_at)
         SELECT a.id, 9, 'w', $1, 'x', $2, '2026-01-01' FROM areas a WHERE a.code = $3`,
        [user.organisationId, user.id, areaCode],
      );
    await expect(row('E08000035')).rejects.toThrow(/own council/);
    await expect(row('E08000003')).resolves.toBeDefined();
  });

  it('refuses people of a department, and of a body without a place', async () => {
    const department = await waymark.signIn('asha.rahman@dhsc.example.org');
    expect((await open(form, department)).status).toBe(403);
    await waymark.get(UsersService).add(systemActor('command', 'user add'), { name: 'Gus', email: 'gus@gmca.example.org', roles: ['place-official'], organisation: 'gmca', demo: true });
    const gmca = await waymark.signIn('gus@gmca.example.org');
    expect((await open('/my-place', gmca)).status).toBe(403);
    expect((await open(form, gmca)).status).toBe(403);
    const { areaCode } = await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug: 'gmca' });
    expect(areaCode).toBeNull();
  });
});
