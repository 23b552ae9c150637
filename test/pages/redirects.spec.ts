import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type TestApplication } from '../support/application.js';

describe('a refusal that is redirected back to its form', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
  });
  afterAll(() => waymark.close());

  it('is in the session before the browser hears of the redirect, since it may ask for the page at once', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), '/sign-in');
    const cookie = String(response.headers['set-cookie']).split(';')[0] ?? '';
    const body = new URLSearchParams({ _csrf: $('input[name="_csrf"]').attr('value') ?? '', email: 'nobody' }).toString();
    // While nobody can write a session, no redirect may leave.
    const slow = waymark.dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query('LOCK TABLE sessions IN SHARE MODE');
    const head = headOf(`${waymark.address}/sign-in`, cookie, body);
    const first = await Promise.race([head.then(() => 'the redirect'), sleep(500).then(() => 'nothing yet')]);
    await slow.commitTransaction();
    await slow.release();
    expect(first).toBe('nothing yet');
    const answer = await head;
    const [row]: { failures: unknown }[] = await waymark.dataSource.query(`SELECT sess->'formFailures' AS failures FROM sessions`);
    expect(answer.statusCode).toBe(303);
    expect(row?.failures).toMatchObject({ '/sign-in': { input: { email: 'nobody' } } });
    answer.destroy();
  });
});

/** Posts a form and resolves at the head of the answer, as a browser acts on it. */
function headOf(address: string, cookie: string, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const posted = httpRequest(address, { method: 'POST', headers: { cookie, referer: address, 'content-type': 'application/x-www-form-urlencoded' } }, resolve);
    posted.on('error', reject);
    posted.end(body);
  });
}
