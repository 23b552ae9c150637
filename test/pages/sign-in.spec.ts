import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { systemActor } from '#domain/access/permissions.js';
import { UsersService } from '#features/access/users.service.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

describe('signing in', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
    await waymark.dataSource.getRepository(Organisation).save({ slug: 'service', name: 'Service team', shortName: 'Service', kind: 'administration', mailbox: null });
    await waymark.get(UsersService).add(systemActor('command', 'user add'), {
      name: 'Sam Doyle', email: 'Sam.Doyle@service.example.org', roles: ['administrator'], organisation: 'service', demo: true,
    });
  });
  afterAll(() => waymark.close());

  const linkIn = (body: string): string => /\/sign-in\/link\/[\w-]+/.exec(body)?.[0] ?? '';

  it('mails a link that the button spends, once', async () => {
    const agent = waymark.visitor();
    const asked = await waymark.submit(agent, '/sign-in', { email: 'sam.doyle@service.example.org' });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/sign-in/link-sent']);
    await waymark.runJobs();
    const link = linkIn(waymark.sent.at(-1)?.body ?? '');
    expect(link).not.toBe('');
    const visit = await waymark.open(agent, link);
    expect(visit.$('h1').text()).toBe('Finish signing in');
    const again = await waymark.open(waymark.visitor(), link);
    expect(again.$('button').text()).toContain('Sign in');
    const spent = await waymark.submit(agent, link, {});
    expect([spent.status, spent.headers['location']]).toEqual([303, '/']);
    expect((await waymark.open(agent, '/mailbox')).status).toBe(200);
    const other = waymark.visitor();
    expect((await waymark.open(other, link)).$('h1').text()).toBe('This link no longer works');
  });

  it('says the same for an address that nobody has, and mails nobody', async () => {
    const before = waymark.sent.length;
    const asked = await waymark.submit(waymark.visitor(), '/sign-in', { email: 'nobody@example.org' });
    expect(asked.headers['location']).toBe('/sign-in/link-sent');
    await waymark.runJobs();
    expect(waymark.sent).toHaveLength(before);
  });

  it('refuses a link after ten minutes', async () => {
    const agent = waymark.visitor();
    await waymark.submit(agent, '/sign-in', { email: 'sam.doyle@service.example.org' });
    await waymark.runJobs();
    const link = linkIn(waymark.sent.at(-1)?.body ?? '');
    waymark.clock.advance(10 * 60 * 1000 + 1);
    expect((await waymark.open(agent, link)).$('h1').text()).toBe('This link no longer works');
  });

  it('names a mistyped address beside the field and keeps what was typed', async () => {
    const agent = waymark.visitor();
    const asked = await waymark.submit(agent, '/sign-in', { email: 'not an address' });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/sign-in']);
    const { $ } = await waymark.open(agent, '/sign-in');
    expect($('title').text()).toMatch(/^Error: /);
    expect($('.govuk-error-summary a').attr('href')).toBe('#email');
    expect($('#email').attr('value')).toBe('not an address');
  });

  it('refuses a form without its token', async () => {
    const response = await waymark.visitor().post('/sign-in').type('form').send({ email: 'sam.doyle@service.example.org' });
    expect(response.status).toBe(403);
  });

  it('ends the session on the server', async () => {
    const agent = await waymark.signIn('sam.doyle@service.example.org');
    expect((await waymark.open(agent, '/mailbox')).status).toBe(200);
    await waymark.submit(agent, '/sign-out', {});
    const after = await waymark.open(agent, '/mailbox');
    expect([after.status, after.response.headers['location']]).toEqual([303, '/sign-in']);
  });

  it('sets no cookie on a page without a form', async () => {
    const { response } = await waymark.open(waymark.visitor(), '/no-such-page');
    expect(response.status).toBe(404);
    expect(response.headers['set-cookie']).toBeUndefined();
  });
});
