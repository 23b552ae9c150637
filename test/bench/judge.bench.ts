import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { systemActor } from '#domain/access/permissions.js';
import { parsePeriod } from '#domain/observations/period.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { ExampleRegisters } from '#features/frameworks/example-registers.service.js';
import { FrameworksService } from '#features/frameworks/frameworks.service.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { readSettings } from '#platform/config/settings.js';
import { createLogger } from '#platform/logging/logger.js';
import { RootModule } from '#platform/process/root-module.js';

const YEARS = 20;
/** Of the United Kingdom, beside the areas of the example's register. */
const LOCAL_AUTHORITIES = 361;
/** Times as many authorities. */
const SCALES = [1, 4, 16];
/** Of each kind, in turn; the middle one counts. */
const ROUNDS = 5;
const ACTOR = systemActor('command', 'bench');

/**
 * Prints `judge`: seconds to judge the whole example framework again (figures, rules, comparison with what is stored, audit
 * line) ÷ seconds to read the same rows through pg. Every metric that a target names has 20 yearly figures for every area of
 * the example's register and 361 local authorities; then 4 and 16 times as many, to show that the cost grows no faster than the rows.
 */
export async function benchJudge(urls: { owner: string; application: string }): Promise<void> {
  const settings = readSettings({}, { DATABASE_URL: urls.application, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(
    RootModule.of({ settings, logger: createLogger('error'), runsJobs: false }, [ExampleLoaderModule, JudgementsModule]),
    { logger: false },
  );
  const owner = new pg.Client(urls.owner);
  await owner.connect();
  try {
    await app.get(ExampleRegisters, { strict: false }).load(path.resolve('example'));
    const text = await readFile('example/frameworks/levelling-up-2022/framework.yml', 'utf8');
    await app.get(FrameworksService, { strict: false }).importFramework(ACTOR, { fileName: 'framework.yml', text });
    await owner.query('SET search_path = waymark');
    const service = app.get(JudgementsService, { strict: false });
    const costs: { rows: number; ours: number; ratio: number }[] = [];
    for (const scale of SCALES) {
      const rows = await publish(owner, scale);
      const figures: { ours: number; reading: number }[] = [];
      // the first round stores the verdicts and warms up both; it does not count
      for (let round = 0; round <= ROUNDS; round++) {
        const ours = await seconds(() => service.judge(ACTOR));
        const reading = await seconds(() => read(owner));
        if (round > 0) figures.push({ ours, reading });
      }
      const [ours, reading] = [middle(figures.map((figure) => figure.ours)), middle(figures.map((figure) => figure.reading))];
      const ratio = middle(figures.map((figure) => figure.ours / figure.reading));
      costs.push({ rows, ours, ratio });
      console.log(`judge ${scale}×: ${rows} rows, judged in ${ours.toFixed(3)} s, read in ${reading.toFixed(3)} s, ${((ours / rows) * 1e6).toFixed(2)} µs a row`);
    }
    console.log(`bench judge ${(costs[0]?.ratio ?? 0).toFixed(2)}`);
  } finally {
    await owner.end();
    await app.close();
  }
}

/**
 * Adds areas up to the scale, and figures of twenty years for those that have none yet, as of the one release that there is.
 * @returns the rows that there are then
 */
export async function publish(owner: pg.Client, scale: number): Promise<number> {
  const releaseId = await benchRelease(owner);
  await owner.query(`
    INSERT INTO areas (code, name, level, country, confirmed)
    SELECT 'E07' || (900000 + n), 'Place ' || n, 'lower-tier', 'England', true
      FROM generate_series(1, $1::int) n
    ON CONFLICT (code) DO NOTHING`, [scale * LOCAL_AUTHORITIES]);
  const { rows: metrics } = await owner.query<{ id: number; period: string; name: string }>(`
    SELECT DISTINCT ON (m.id) m.id, t.baseline->>'period' AS period, m.name
      FROM targets t JOIN metrics m ON m.id = t.metric_id WHERE t.baseline IS NOT NULL ORDER BY m.id, t.position`);
  for (const [number, { id, period: key }] of metrics.entries()) {
    const period = parsePeriod(key);
    if (!period) throw new Error(`${key} is no period`);
    // as in real files, half of the metrics have intervals, and a place's rows do not lie in order of time
    await owner.query(`
      INSERT INTO observations (metric_id, area_id, period_start, period_months, release_id, value, lower, upper)
      SELECT $1, a.id, ($2::date + make_interval(years => year - $4 + 6))::date, $3, $6, value,
             CASE WHEN $5 THEN value - 1.5 END, CASE WHEN $5 THEN value + 1.5 END
        FROM (SELECT * FROM areas n WHERE NOT EXISTS (SELECT FROM observations o WHERE o.metric_id = $1 AND o.area_id = n.id)) a, generate_series(1, $4::int) year, LATERAL (SELECT 50 + 10 * sin(a.id) + 0.3 * year + sin(a.id * year) AS value) figure
       ORDER BY md5(a.code), year DESC`, [id, period.start, period.months, YEARS, number % 2 === 0, releaseId]);
  }
  await owner.query('INSERT INTO release_metrics (metric_id, release_id, rows) SELECT metric_id, release_id, count(*) FROM observations GROUP BY 1, 2 ON CONFLICT DO NOTHING');
  await owner.query('ANALYZE');
  const { rows } = await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM observations');
  return rows[0]?.count ?? 0;
}

/** The release that all made-up figures came in. @returns its id */
async function benchRelease(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(`
    INSERT INTO releases (checksum, file_name, publisher, imported_at, imported_by, rows_read, rows_with_value, rows_missing, unconfirmed_areas)
    VALUES ('bench', 'bench.csv', 'Nobody', '2020-01-01', 'bench', 0, 0, 0, '{}')
    ON CONFLICT (checksum) DO UPDATE SET file_name = excluded.file_name RETURNING id`);
  return rows[0]?.id ?? 0;
}

/** The same rows and columns, as anybody would read them. */
async function read(client: pg.Client): Promise<void> {
  await client.query('SELECT metric_id, area_id, period_start, period_months, release_id, value, lower, upper, status FROM observations');
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function middle(figures: number[]): number {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}
