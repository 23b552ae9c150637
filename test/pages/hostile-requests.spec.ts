import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { systemActor } from '#domain/access/permissions.js';
import { UsersService } from '#features/access/users.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';

/** Requests that no browser of a person makes. Each gets its true status, and leaves nothing behind. */
describe('hostile requests', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
    await waymark.get(UsersService).add(systemActor('command', 'user add'), {
      name: 'Sam Doyle', email: 'sam@service.example.org', roles: ['administrator'], organisation: 'administration', demo: true,
    });
  });
  afterAll(() => waymark.close());

  it.each(['/frameworks/a%00b', '/alerts/a%00b', '/figures/a%00b', '/api/v1/frameworks/a%00b/missions', '/api/v1/areas/a%00b', '/api/v1/alerts?cursor=%00'])(
    'refuses %s: no database keeps the character',
    async (address) => {
      expect((await waymark.visitor().get(address)).status).toBe(400);
    },
  );

  it.each([
    ['a character that no database keeps', 'a\u0000b'],
    ['one of a list', ['a', 'b\u0000']],
    ['one in a nested field', { deep: { er: '\u0000' } }],
  ])('refuses a form with %s, and keeps nothing of it', async (_, email) => {
    const agent = waymark.visitor();
    const answer = await waymark.submit(agent, '/sign-in', { email });
    expect(answer.status).toBe(400);
    expect((await waymark.open(agent, '/sign-in')).$('.govuk-error-summary')).toHaveLength(0);
  });

  it('refuses half a character in JSON', async () => {
    const agent = waymark.visitor();
    const _csrf = (await waymark.open(agent, '/sign-in')).$('input[name="_csrf"]').attr('value');
    const answer = await agent.post('/sign-in').type('json').send(`{"_csrf":${JSON.stringify(_csrf)},"email":"\\ud83d"}`);
    expect(answer.status).toBe(400);
  });

  it('sends nobody to another site, whatever page a form says that it stood on', async () => {
    const agent = waymark.visitor();
    const { $ } = await waymark.open(agent, '/sign-in');
    const host = new URL(waymark.address).host;
    const answer = await agent.post('/sign-in').redirects(0).set('Host', host).set('Referer', `http://${host}//evil.example/x`).type('form')
      .send({ _csrf: $('input[name="_csrf"]').attr('value'), email: 'no address' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/sign-in']);
  });

  it('compresses a page only where it holds nothing of a session', async () => {
    const encodingOf = async (agent: Agent, address: string): Promise<[string, string | undefined]> => {
      const { headers } = await agent.get(address).set('Accept-Encoding', 'gzip');
      return [address, headers['content-encoding'] as string | undefined];
    };
    for (const address of ['/data-gaps', '/places?q=north', '/alerts']) expect(await encodingOf(waymark.visitor(), address)).toEqual([address, 'gzip']);
    expect(await encodingOf(waymark.visitor(), '/sign-in')).toEqual(['/sign-in', undefined]);
    expect(await encodingOf(await waymark.signIn('sam@service.example.org'), '/data-gaps')).toEqual(['/data-gaps', undefined]);
  });

  it('lets no cache between share what a person sees', async () => {
    const agent = await waymark.signIn('sam@service.example.org');
    for (const address of ['/mailbox', '/alerts', '/sign-out', '/no-such-page']) {
      const { headers } = await agent.get(address);
      expect([address, headers['cache-control'], headers['vary']]).toEqual([address, 'private, no-cache', expect.stringContaining('Cookie')]);
    }
  });

  it('has the browser forget the pages of whoever signs out', async () => {
    const agent = await waymark.signIn('sam@service.example.org');
    expect((await waymark.submit(agent, '/sign-out', {})).headers['clear-site-data']).toBe('"cache"');
  });

  it('writes down a read that asks for the headers alone', async () => {
    const agent = await waymark.signIn('sam@service.example.org');
    const reads = (): Promise<number> => waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'MAILBOX_READ' });
    const before = await reads();
    expect((await agent.head('/mailbox')).status).toBe(200);
    expect(await reads()).toBe(before + 1);
  });

  it('answers every refusal with the headers of a page', async () => {
    const agent = waymark.visitor();
    const answers = [
      await agent.get('/%E0%A4%A'), await agent.get('/assets/none.js'), await agent.get('/api/v1/none'), await agent.delete('/'),
      await agent.post('/sign-in').type('form').send('email=a'), await agent.post('/sign-in').type('form').send(`email=${'a'.repeat(3_000_000)}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 403, 403, 413]);
    for (const { headers } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/^(?!.*unsafe-).*frame-ancestors 'none'/);
    }
    expect(cheerio.load(answers[0]?.text ?? '')('h1').text()).toBe('Waymark could not understand the request');
  });
});
