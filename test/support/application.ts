import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DynamicModule, type Type } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import * as cheerio from 'cheerio';
import { pino } from 'pino';
import request from 'supertest';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { readSettings, type Settings } from '#platform/config/settings.js';
import { MAIL_TRANSPORT, type MailTransport } from '#platform/mail/mail-transport.js';
import { type MailMessage } from '#platform/mail/mail-message.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { setupOpenApi } from '#platform/pages/openapi.js';
import { PAGE_PATIENCE } from '#platform/pages/page-cache.js';
import { configureHttp } from '#platform/pages/page-server.js';
import { RootModule } from '#platform/process/root-module.js';
import { JobRunner } from '#platform/queue/job-runner.js';
import { COMMITTED_JOBS } from '#platform/unit-of-work/unit-of-work.js';
import { WatchRound } from '#platform/watches/watch-round.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { User } from '#features/access/user.entity.js';
import { ExampleModule } from '#features/example/example.module.js';
import { TestClock } from './clock.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export type Agent = ReturnType<typeof request.agent>;

/** A parsed page and its answer. */
export interface Page {
  status: number;
  $: cheerio.CheerioAPI;
  response: request.Response;
}

/** The whole application on a database of its own: pages, API and job handlers; jobs run when the test says so. */
export interface TestApplication {
  app: NestExpressApplication;
  database: TestDatabase;
  dataSource: DataSource;
  clock: TestClock;
  settings: Settings;
  /** Where it listens, without a slash at the end. */
  address: string;
  /** Messages that left the process. */
  sent: MailMessage[];
  get<Service>(service: Type<Service> | symbol | string | (abstract new (...args: never[]) => Service)): Service;
  /** A browser without a session. */
  visitor(): Agent;
  /** A browser signed in as one of the example's people (or any `demo` person), by e-mail address. */
  signIn(email: string): Promise<Agent>;
  /** Opens a page and parses it. */
  open(agent: Agent, address: string): Promise<Page>;
  /** Opens a form's page, takes its CSRF token and hidden fields, posts it to its own address (or `action`). */
  submit(agent: Agent, address: string, fields: Record<string, unknown>, action?: string): Promise<request.Response>;
  /** Runs every job that is due until none is left; returns the kinds that ran, in order. */
  runJobs(): Promise<string[]>;
  /** One round of every watch at the clock's time, then every job that is due; returns what the watches did, by name. A watch that fails fails the test. */
  runWatches(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export interface TestApplicationOptions {
  database?: TestDatabase;
  clock?: TestClock;
  environment?: Record<string, string>;
  modules?: (Type | DynamicModule)[];
  /** Milliseconds for which a reader waits for a page to be made anew; for ever where none is given, so that a slow machine shows nobody what was. */
  patience?: number;
}

export async function startTestApplication(options: TestApplicationOptions = {}): Promise<TestApplication> {
  const database = options.database ?? (await createTestDatabase());
  const clock = options.clock ?? new TestClock();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'waymark-test-'));
  const settings = readSettings(
    {},
    { NODE_ENV: 'test', DATABASE_URL: database.url, WAYMARK_DEMO: '1', LOG_LEVEL: 'silent', WAYMARK_DATA_DIR: dataDir, ...options.environment },
  );
  const logger = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const sent: MailMessage[] = [];
  const transport: MailTransport = { kind: 'files', send: async (message) => void sent.push(message) };
  const root = RootModule.of({ settings, logger, runsJobs: false }, options.modules ?? [WebModule, JobsModule, ExampleModule]);
  const testing = await Test.createTestingModule({ imports: [root] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(COMMITTED_JOBS)
    .useValue({ relay: async () => undefined })
    .overrideProvider(MAIL_TRANSPORT)
    .useValue(transport)
    .overrideProvider(PAGE_PATIENCE)
    .useValue(options.patience ?? 60_000)
    .compile();
  const app = testing.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  configureHttp(app, settings, logger, { featureViews: path.resolve('libs/features/src') });
  setupOpenApi(app);
  await app.init();
  await app.listen(0, '127.0.0.1');
  const dataSource = app.get(DataSource);
  const runner = app.get(JobRunner, { strict: false });

  const open = async (agent: Agent, address: string): Promise<Page> => {
    const response = await agent.get(address).redirects(0);
    return { status: response.status, $: cheerio.load(response.text ?? ''), response };
  };
  const submit: TestApplication['submit'] = async (agent, address, fields, action = address) => {
    const { $ } = await open(agent, address);
    const form = $('form[method="post"]').filter((_, element) => action === address || $(element).attr('action') === action).first();
    const hidden = Object.fromEntries(form.find('input[type="hidden"]').toArray().map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
    return agent.post(action).redirects(0).set('Referer', new URL(address, baseOf(app)).toString()).set('Host', new URL(baseOf(app)).host).type('form').send({ ...hidden, ...fields });
  };
  const runJobs: TestApplication['runJobs'] = async () => {
    const ran: string[] = [];
    for (;;) {
      const rows = await dataSource.getRepository(OutboxMessage).find({ where: { doneAt: IsNull(), failedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
      const due = rows.filter((row) => row.dueAt <= clock.now());
      if (due.length === 0) return ran;
      for (const row of due) {
        await runner.run(row.id, 1);
        ran.push(row.kind);
      }
    }
  };
  return {
    app, database, dataSource, clock, settings, sent, open, submit, runJobs, address: baseOf(app),
    get: (service) => app.get(service as never, { strict: false }),
    visitor: () => request.agent(app.getHttpServer()),
    async signIn(email) {
      const agent = request.agent(app.getHttpServer());
      const user = await dataSource.getRepository(User).findOneByOrFail({ email });
      const response = await submit(agent, '/sign-in', { person: user.id }, '/sign-in/demo');
      if (response.status !== 303) throw new Error(`Sign-in as ${email} answered ${response.status}`);
      return agent;
    },
    async runWatches() {
      const done = (await app.get(WatchRound, { strict: false }).run()) ?? {};
      const failed = Object.keys(done).filter((name) => name.endsWith(' failed'));
      if (failed.length > 0) throw new Error(`Watches failed: ${failed.join(', ')}. Run with TEST_LOG_LEVEL=warn to see why.`);
      await runJobs();
      return done;
    },
    async close() {
      await app.close();
      if (!options.database) await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function baseOf(app: NestExpressApplication): string {
  const { port } = app.getHttpServer().address() as { port: number };
  return `http://127.0.0.1:${port}`;
}
