import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { baseOptions } from '#platform/database/data-source.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { TestClock } from '../support/clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';

describe('the page cache', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let clock: TestClock;
  let unitOfWork: UnitOfWork;
  let server: Express;
  /** Models that were made so far. */
  let made: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ ...baseOptions(database.url), entities: [AuditEntry] }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  beforeEach(() => {
    clock = new TestClock();
    made = 0;
    unitOfWork = new UnitOfWork(dataSource, clock);
    server = serverOf(new PageCache(dataSource, clock, 60_000), async () => {
      made += 1;
      return { text: `page ${made}` };
    });
  });

  /** A view that is its model's text; a person is signed in who brings a cookie. */
  function serverOf(cache: PageCache, model: () => Promise<object>): Express {
    const app = express();
    app.engine('njk', (_, options, done) => done(null, (options as { text?: string }).text ?? ''));
    app.set('views', 'libs/platform/src/pages/views');
    app.use((given, response, next) => void cache.answerEarly(given, response, next));
    app.use((given, response, next) => {
      response.set('X-Way', 'long');
      Object.assign(given, { session: given.headers.cookie ? { userId: given.headers.cookie } : {} });
      next();
    });
    app.get(['/page', '/other'], (given, response, next) => void cache.send(given, response, { view: 'layout.njk', model }).catch(next));
    return app;
  }

  const open = (): request.Test => request(server).get('/page');
  const move = (subject: string, event = 'SOMETHING'): Promise<void> => unitOfWork.run({ actor: 'visitor', event, subject }, async () => undefined);

  const judging = (changed: number): Promise<void> => unitOfWork.run({ actor: 'job:judge', event: 'MISSIONS_JUDGED', subject: 'missions:all', facts: { missions: 12, changed } }, async () => undefined);

  it('makes a page once while nothing happens, by one statement a request', async () => {
    expect((await open()).text).toBe('page 1');
    const { result, statements } = await statementsOf(() => open());
    expect([result.text, result.headers['x-way'], statements.length]).toEqual(['page 1', undefined, 1]);
  });

  it('makes it anew at once after a move, and not after a sign-in, a read, a letter or a judging that changed nothing', async () => {
    await open();
    for (const subject of ['user:1', 'page:/mailbox']) await move(subject);
    await move('outbox:1', 'MAIL_SENT');
    await judging(0);
    expect((await open()).text).toBe('page 1');
    await move('judgement:1');
    expect((await open()).text).toBe('page 2');
    await judging(3);
    expect((await open()).text).toBe('page 3');
  });

  it('makes it anew on a new day in London', async () => {
    clock.set('2026-06-01T22:59:30Z');
    expect((await open()).text).toBe('page 1');
    clock.set('2026-06-01T23:00:00Z');
    expect((await open()).text).toBe('page 2');
  });

  it('makes it anew when an hour comes at which something is public by itself, and not before', async () => {
    const cache = new PageCache(dataSource, clock, 60_000);
    cache.mindHour(`SELECT max(hour) FROM (VALUES (timestamptz '2026-06-01T08:30:00Z')) AS hours (hour) WHERE hour <= $1`);
    server = serverOf(cache, async () => ({ text: `page ${(made += 1)}` }));
    clock.set('2026-06-01T08:29:59Z');
    expect([(await open()).text, (await open()).text]).toEqual(['page 1', 'page 1']);
    clock.set('2026-06-01T08:30:00Z');
    expect([(await open()).text, (await open()).text]).toEqual(['page 2', 'page 2']);
  });

  it('answers 304 to whoever has it, and sends it compressed to whoever can take it', async () => {
    const first = await open();
    const again = await open().set('If-None-Match', String(first.headers['etag']));
    expect([again.status, first.headers['vary'], first.headers['cache-control']]).toEqual([304, 'Cookie, Accept-Encoding', 'public, no-cache']);
    expect((await open().set('Accept-Encoding', 'gzip')).headers['content-encoding']).toBe('gzip');
    expect((await open().set('Accept-Encoding', 'identity')).headers['content-encoding']).toBeUndefined();
  });

  it('renders for a signed-in person each time, from the same model, and keeps that for nobody', async () => {
    await open();
    const own = await open().set('Cookie', 'somebody');
    expect([own.text, own.headers['x-way'], own.headers['cache-control'], made]).toEqual(['page 1', 'long', 'private, no-cache', 1]);
    expect((await open()).headers['cache-control']).toBe('public, no-cache');
  });

  it('keeps no failure', async () => {
    let fails = true;
    server = serverOf(new PageCache(dataSource, clock, 60_000), async () => {
      if (fails) throw new Error('no database');
      return { text: 'there' };
    });
    expect((await open()).status).toBe(500);
    fails = false;
    expect((await open()).text).toBe('there');
  });

  it('leaves an address with a question to its controller', async () => {
    await open();
    const { headers } = await request(server).get('/page?q=north+east');
    expect(headers['x-way']).toBe('long');
    expect((await open()).headers['x-way']).toBeUndefined();
  });

  describe('while a page takes long to make anew', () => {
    let ready: (() => void)[];

    beforeEach(() => {
      ready = [];
      server = serverOf(new PageCache(dataSource, clock, 20), async () => {
        const page = { text: `page ${(made += 1)}` };
        if (made > 1) await new Promise<void>((resolve) => ready.push(resolve));
        return page;
      });
    });

    it('shows the page of a moment ago, and the new one as soon as it is there', async () => {
      await open();
      await move('judgement:1');
      expect([(await open()).text, (await open()).text, made]).toEqual(['page 1', 'page 1', 2]);
      ready.forEach((go) => go());
      expect((await open()).text).toBe('page 2');
    });

    it('lets nobody wait in vain: not at all for what took longer than they would wait', async () => {
      const patience = 1_000;
      server = serverOf(new PageCache(dataSource, clock, patience), async () => {
        const page = { text: `page ${(made += 1)}` };
        await (made > 1 ? new Promise<void>((resolve) => ready.push(resolve)) : new Promise((resolve) => setTimeout(resolve, patience + 50)));
        return page;
      });
      await open();
      expect((await open()).text).toBe('page 1');
      await move('judgement:1');
      const answer = open().then(({ text }) => text);
      expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patience * 0.8, 'nothing yet'))])).toBe('page 1');
      ready.forEach((go) => go());
      expect([(await open()).text, made]).toEqual(['page 2', 2]);
    });

    it('makes one page at a time anew, and shows the others as they were', async () => {
      const openOther = (): Promise<string> => request(server).get('/other').then(({ text }) => text);
      const go = async (): Promise<void> => {
        while (ready.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        for (const ended of ready.splice(0)) ended();
      };
      await open();
      const [first] = await Promise.all([openOther(), go()]);
      expect(first).toBe('page 2');
      await move('judgement:1');
      expect((await open()).text).toBe('page 1');
      expect([await openOther(), made]).toEqual(['page 2', 3]);
      await go();
      expect((await open()).text).toBe('page 3');
      await Promise.all([openOther(), go()]);
      expect([await openOther(), made]).toEqual(['page 4', 4]);
    });

    it('lets the reader wait where a change could be older than may be', async () => {
      await open();
      await move('judgement:1');
      await new Promise((resolve) => setTimeout(resolve, 1_600));
      const answer = open().then(({ text }) => text);
      const early = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 200, 'nothing yet'))]);
      ready.forEach((go) => go());
      expect([early, await answer]).toEqual(['nothing yet', 'page 2']);
    });

    it('lets a person who is signed in wait: they may have made the change', async () => {
      await open();
      await move('judgement:1');
      const answer = open().set('Cookie', 'somebody').then(({ text }) => text);
      const early = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 200, 'nothing yet'))]);
      ready.forEach((go) => go());
      expect([early, await answer]).toEqual(['nothing yet', 'page 2']);
    });
  });

  it('makes one page for many who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => open()));
    expect([new Set(answers.map(({ text }) => text)), made]).toEqual([new Set(['page 1']), 1]);
  });
});
