import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { systemActor } from '#domain/access/permissions.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createLoadedDatabase } from '../support/example-database.js';
import { statementsOf } from '../support/statement-count.js';

const CURRENT = path.resolve('../shared/data/ons/current');
const shared = existsSync(CURRENT);
const describeOnPublishedFiles = shared ? describe : describe.skip;
if (!shared) console.log(`loaded-pages.spec.ts: skipped, for there is no ${path.relative('.', CURRENT)}`);
const FRAMEWORK = '/frameworks/levelling-up-2022';
const ACTOR = systemActor('command', 'test');

/** Pages are fast because they ask little, whatever is loaded; the figures of the machine say nothing about that. */
describeOnPublishedFiles('public pages with all of ../shared/data/ons/current loaded', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createLoadedDatabase() });
    const importer = waymark.get(ObservationsImportService);
    for (const name of readdirSync(CURRENT).filter((file) => file.endsWith('.csv'))) await importer.importFile(ACTOR, { path: path.join(CURRENT, name) });
    // one judging for all of them: those that the loads have asked for would each look through everything
    await waymark.dataSource.query('UPDATE outbox_messages SET done_at = created_at WHERE done_at IS NULL');
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'clock' }));
    await waymark.runJobs();
  }, 300_000);
  afterAll(async () => {
    await waymark?.close();
    await waymark?.database.drop();
  });

  it.each([
    '/',
    FRAMEWORK,
    ...['living-standards', 'research-and-development', 'digital-connectivity', 'education', 'health', 'wellbeing', 'housing', 'crime'].map((mission) => `${FRAMEWORK}/missions/${mission}`),
    '/alerts',
    '/data-gaps',
    '/figures',
    ...['gva-per-hour', 'gross-median-weekly-pay', 'average-anxiety', 'healthy-life-expectancy-male', 'government-funding-for-rd'].map((metric) => `/figures/${metric}`),
    '/figures/gross-median-weekly-pay/areas/E08000003',
    '/places',
    '/places/E08000003',
    '/places/E92000001',
  ])('%s: under 15 statements', async (address) => {
    const { result, statements } = await statementsOf(() => waymark.visitor().get(address));
    expect(result.status).toBe(200);
    expect(statements.length).toBeLessThan(15);
  });

  it('judges six missions in full, two in half, and says of four why not', async () => {
    const { body } = await waymark.visitor().get('/api/v1/frameworks/levelling-up-2022/missions');
    const words = (body as { items: { slug: string; judgements: { computed: { verdict: string } } }[] }).items.map(({ slug, judgements }) => [slug, judgements.computed.verdict]);
    expect(Object.fromEntries(words)).toEqual({
      'living-standards': 'off-track', 'research-and-development': 'deteriorating', transport: 'no-data', 'digital-connectivity': 'cannot-tell-yet',
      education: 'deteriorating', skills: 'target-not-comparable', health: 'deteriorating', wellbeing: 'off-track', 'pride-in-place': 'target-undefined',
      housing: 'off-track', crime: 'cannot-tell-yet', 'local-leadership': 'no-data',
    });
  });
});
