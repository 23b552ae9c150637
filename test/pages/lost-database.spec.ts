import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import pg from 'pg';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { superuserUrl } from '../support/database.js';

/** A database that is away is nobody's mistake and passes: "unavailable", not "problem with the service". */
describe('while the database is away', () => {
  let waymark: TestApplication;
  let superuser: pg.Client;

  beforeAll(async () => {
    waymark = await startTestApplication();
    superuser = new pg.Client(superuserUrl());
    await superuser.connect();
    // Lets nobody in any more, as a server that starts or is full, and ends the connections that there are.
    await superuser.query(`ALTER DATABASE ${waymark.database.name} CONNECTION LIMIT 0`);
    await superuser.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [waymark.database.name]);
  });
  afterAll(async () => {
    await superuser.query(`ALTER DATABASE ${waymark.database.name} CONNECTION LIMIT -1`);
    await superuser.end();
    await waymark.close();
  });

  it.each(['/', '/alerts', '/figures', '/sign-in'])('says at %s that the service is unavailable', async (address) => {
    const { status, headers, text } = await waymark.visitor().get(address);
    expect([status, headers['retry-after']]).toEqual([503, '60']);
    expect(cheerio.load(text)('h1').text()).toBe('Sorry, the service is unavailable');
  });

  it('says so to whoever is signed in', async () => {
    expect((await waymark.visitor().get('/work').set('Cookie', 'waymark=s%3Aabc.def')).status).not.toBe(500);
  });

  it('says so to programs', async () => {
    const { status, headers, body } = await waymark.visitor().get('/api/v1/alerts');
    expect([status, headers['content-type'], body.type]).toEqual([503, 'application/problem+json; charset=utf-8', 'urn:waymark:problem:unavailable']);
  });

  it('is alive but not ready', async () => {
    expect((await waymark.visitor().get('/healthz')).status).toBe(200);
    expect((await waymark.visitor().get('/readyz')).status).toBe(503);
  });
});
