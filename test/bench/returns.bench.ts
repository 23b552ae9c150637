import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { actorOfUser } from '#features/access/actors.service.js';
import { User } from '#features/access/user.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { readSettings } from '#platform/config/settings.js';
import { createLogger } from '#platform/logging/logger.js';
import { RootModule } from '#platform/process/root-module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { percentile } from './percentile.js';
import { BenchModule } from './queue.bench.js';

const DEPARTMENTS = 30;
const VERSIONS = Number(process.env['WAYMARK_BENCH_VERSIONS'] ?? 100_000);
const TARGETS_A_MISSION = 4;
const YEARS = 5;
const VERSIONS_A_RETURN = 4;
/** Quarterly returns of five years, each delivered four times, for each mission: 100,000 versions are 1,250 missions and 5,000 targets. */
const MISSIONS = Math.max(1, Math.round(VERSIONS / (YEARS * 4 * VERSIONS_A_RETURN)));
const SUBMITS = Number(process.env['WAYMARK_BENCH_SUBMITS'] ?? 200);
const OPENINGS = 100;

interface Addresses {
  owner: string;
  application: string;
}

/**
 * Prints `submit-to-queue-p50-ms-pg` and `…-p99-…` (from the SRO's signature to the review in the queue, one at a time, with five years of
 * data) and `return-page-p50-ms`, `return-page-statements` (the overview of a return, of a signed-in official).
 */
export async function benchReturns(urls: Addresses): Promise<void> {
  await fill(urls);
  await benchSubmits(urls);
  await benchPage(urls);
}

/** As the owner with triggers off: the rules are not what is measured here. */
async function fill({ owner, application }: Addresses): Promise<void> {
  const settings = readSettings({}, { DATABASE_URL: application, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(RootModule.of({ settings, logger: createLogger('error'), runsJobs: false }, [JobsModule]), { logger: false });
  await saveEducationMission(app.get(DataSource));
  await app.close();
  const client = new pg.Client({ connectionString: owner, options: '-c search_path=waymark' });
  await client.connect();
  const clone = (table: string, where: string, count: string, changes: string): Promise<unknown> =>
    client.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(row, ${changes})).* FROM ${table} row, generate_series(${count}) n WHERE ${where}`);
  try {
    for (const table of ['submissions', 'submission_versions', 'evidence_returns', 'mission_leads']) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await clone('organisations', `slug = 'dfe'`, `1, ${DEPARTMENTS - 1}`, `jsonb_build_object('id', gen_random_uuid(), 'slug', 'department-' || n, 'name', 'Department ' || n)`);
    await clone('missions', `slug = 'education'`, `1, ${MISSIONS - 1}`, `jsonb_build_object('id', gen_random_uuid(), 'slug', 'mission-' || n, 'number', 100 + n)`);
    await client.query(`INSERT INTO mission_leads (mission_id, organisation_id, from_date, basis)
      SELECT m.id, o.id, '2022-02-02', 'paper' FROM missions m JOIN organisations o ON o.slug = 'department-' || (1 + m.number % ${DEPARTMENTS - 1}) WHERE m.slug <> 'education'`);
    await client.query(`INSERT INTO targets SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'mission_id', m.id, 'slug', 'target-' || n, 'position', n))).*
      FROM targets t, missions m, generate_series(1, ${TARGETS_A_MISSION}) n WHERE t.slug = 'expected-standard' AND NOT (m.slug = 'education' AND n = 1)`);
    await fillReturns(client);
    for (const table of ['submissions', 'submission_versions', 'evidence_returns', 'mission_leads']) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** Returns of each quarter, delivered four times; and of the education mission some that await their signature. */
async function fillReturns(client: pg.Client): Promise<void> {
  const people = `(SELECT id FROM users WHERE name = 'official') AS official, (SELECT id FROM users WHERE name = 'sro') AS sro`;
  const common = `'evidence-return', m.framework_id, coalesce(l.organisation_id, (SELECT id FROM organisations WHERE slug = 'dfe')), m.id`;
  const columns = `kind, framework_id, organisation_id, mission_id, reference, covers_label, covers_from, covers_to, due_on, first_due_on, status, delivered_versions, standing_version, drafted_by, signed_by, created_at, row_version`;
  await client.query(`
    INSERT INTO submissions (${columns})
    SELECT ${common}, 'ER-' || (2021 + q / 4) || '-' || m.number || 'Q' || q, 'Quarter ' || q, DATE '2021-01-01' + q * INTERVAL '3 months', DATE '2021-01-01' + (q + 1) * INTERVAL '3 months' - INTERVAL '1 day',
           DATE '2021-02-15' + (q + 1) * INTERVAL '3 months', DATE '2021-02-15' + (q + 1) * INTERVAL '3 months', 'submitted', ${VERSIONS_A_RETURN}, ${VERSIONS_A_RETURN}, p.official, p.sro, '2021-01-01', 9
      FROM missions m LEFT JOIN mission_leads l ON l.mission_id = m.id, generate_series(0, ${YEARS * 4 - 1}) q, (SELECT ${people}) p`);
  await client.query(`INSERT INTO evidence_returns (submission_id, narrative) SELECT id, 'As before.' FROM submissions`);
  await client.query(`
    INSERT INTO submission_versions (submission_id, number, content, checksum, drafted_by, signed_by, submitted_at)
    SELECT s.id, n, jsonb_build_object('narrative', repeat('Hubs opened in twenty places. ', 30), 'rating', 'amber', 'ratingReason', 'Half are late.', 'nextSteps', '', 'figuresComment', '', 'figures', '[]'::jsonb), 'x', s.drafted_by, s.signed_by, s.due_on
      FROM submissions s, generate_series(1, ${VERSIONS_A_RETURN}) n`);
  await client.query(`
    INSERT INTO submission_events (submission_id, action, from_status, to_status, version_number, actor_id, actor_name, reasons, at)
    SELECT s.id, action, 'draft', 'draft', 1, s.drafted_by, 'official', '[]', s.due_on FROM submissions s, unnest(ARRAY['open', 'save', 'send-for-sign-off', 'submit']) action`);
  await client.query(`
    INSERT INTO submissions (${columns})
    SELECT ${common}, 'ER-2027-' || n, 'Time ' || n, DATE '2027-01-01' + n, DATE '2027-01-01' + n, '2027-12-31', '2027-12-31', 'awaiting-sign-off', 0, NULL, p.official, NULL, '2027-01-01', 1
      FROM missions m LEFT JOIN mission_leads l ON false, generate_series(1, ${SUBMITS}) n, (SELECT ${people}) p WHERE m.slug = 'education'`);
  await client.query(`
    INSERT INTO evidence_returns (submission_id, narrative, rating, rating_reason, next_steps)
    SELECT id, 'Hubs opened.', 'red', 'Half are late.', 'Open the rest.' FROM submissions WHERE reference LIKE 'ER-2027-%'`);
  await client.query(`
    INSERT INTO submission_events (submission_id, action, from_status, to_status, version_number, actor_id, actor_name, reasons, at)
    SELECT s.id, 'save', 'draft', 'draft', 1, s.drafted_by, 'official', '[]', '2027-01-02' FROM submissions s WHERE reference LIKE 'ER-2027-%'`);
}

async function benchSubmits(urls: Addresses): Promise<void> {
  const settings = readSettings({}, { DATABASE_URL: urls.application, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(RootModule.of({ settings, logger: createLogger('error'), runsJobs: true }, [BenchModule]), { logger: false });
  try {
    const dataSource = app.get(DataSource);
    const submissions = app.get(SubmissionsService, { strict: false });
    const sro: Actor = actorOfUser(await dataSource.getRepository(User).findOneByOrFail({ name: 'sro' }));
    // the latest first: none of them then has to say what became of another's steps
    const waiting = await dataSource.getRepository(Submission).find({ where: { status: 'awaiting-sign-off' }, order: { coversFrom: 'DESC' } });
    const waits: number[] = [];
    for (const { kind, id, rowVersion } of waiting) {
      const begun = performance.now();
      await submissions.move(sro, { kind, id, rowVersion }, 'submit');
      while (!(await isQueued(dataSource, id))) await new Promise((resolve) => setTimeout(resolve, 1));
      waits.push(performance.now() - begun);
    }
    console.log(`bench submit-to-queue-p50-ms-pg ${percentile(waits, 0.5).toFixed(1)}`);
    console.log(`bench submit-to-queue-p99-ms-pg ${percentile(waits, 0.99).toFixed(1)}`);
  } finally {
    await app.close();
  }
}

async function isQueued(dataSource: DataSource, submissionId: string): Promise<boolean> {
  const rows: unknown[] = await dataSource.query(`SELECT 1 FROM reviews WHERE submission_id = $1`, [submissionId]);
  return rows.length > 0;
}

async function benchPage({ application, owner }: Addresses): Promise<void> {
  const waymark = await startTestApplication({ database: { name: 'bench', url: application, ownerUrl: owner, drop: async () => undefined } });
  try {
    const official = await waymark.signIn('official@dfe.example.org');
    const [{ id }] = (await waymark.dataSource.query(`SELECT s.id FROM submissions s JOIN missions m ON m.id = s.mission_id WHERE m.slug = 'education' ORDER BY covers_from DESC LIMIT 1`)) as [{ id: string }];
    const page = `/evidence-returns/${id}`;
    const first = await waymark.open(official, page);
    if (first.status !== 200) throw new Error(`${page} answered ${first.status}`);
    const times: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      const begun = performance.now();
      await waymark.open(official, page);
      times.push(performance.now() - begun);
    }
    const { statements } = await statementsOf(() => waymark.open(official, page));
    const [{ versions, targets }] = (await waymark.dataSource.query('SELECT (SELECT count(*) FROM submission_versions) AS versions, (SELECT count(*) FROM targets) AS targets')) as [{ versions: string; targets: string }];
    console.log(`a return's page among ${versions} versions and ${targets} targets: p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`);
    console.log(`bench return-page-p50-ms ${percentile(times, 0.5).toFixed(1)}`);
    console.log(`bench return-page-statements ${statements.length}`);
  } finally {
    await waymark.close();
  }
}
