import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { systemActor } from '#domain/access/permissions.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { readSettings } from '#platform/config/settings.js';
import { createLogger } from '#platform/logging/logger.js';
import { RootModule } from '#platform/process/root-module.js';

const ROWS = Number(process.env['WAYMARK_BENCH_ROWS'] ?? 300_000);
const AREAS = 300;
/** Of each kind, in turn; the middle one counts. */
const ROUNDS = 3;
const ACTOR = systemActor('command', 'bench');
const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';

/**
 * Prints `import`: rows/s of a whole import (file, checks, figures, release, outbox, audit, commit) ÷ rows/s of COPY through
 * pg-copy-streams of the same cells, ready in memory, into a bare table with the same key. Every round has a metric and a
 * file of its own, with a day's snapshot for each of 300 areas.
 */
export async function benchImport(urls: { owner: string; application: string }): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-bench-'));
  const settings = readSettings({}, { DATABASE_URL: urls.application, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(RootModule.of({ settings, logger: createLogger('error'), runsJobs: false }, [ObservationsModule, ExampleLoaderModule]), {
    logger: false,
  });
  const owner = new pg.Client(urls.owner);
  await owner.connect();
  try {
    await app.get(MetricsService, { strict: false }).importCatalogue(ACTOR, { fileName: 'bench.yml', text: catalogueOf(ROUNDS + 1) });
    const importer = app.get(ObservationsImportService, { strict: false });
    const ratios: number[] = [];
    // the first round warms up both and does not count
    for (let round = 0; round <= ROUNDS; round++) {
      const file = path.join(folder, `${round}.csv`);
      await pipeline(Readable.from(linesOf(round)), createWriteStream(file));
      const begun = performance.now();
      const { rowsWithValue } = await importer.importFile(ACTOR, { path: file });
      const ours = rowsWithValue / ((performance.now() - begun) / 1000);
      const bare = await bareCopy(owner);
      if (round === 0) continue;
      ratios.push(ours / bare);
      console.log(`import round ${round}: ${ours.toFixed(0)} rows/s, COPY alone ${bare.toFixed(0)} rows/s`);
    }
    console.log(`bench import ${(ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0).toFixed(2)}`);
  } finally {
    await owner.end();
    await app.close();
    if (existsSync(folder)) await rm(folder, { recursive: true });
  }
}

interface Cell {
  area: number;
  day: string;
  value: string;
  lower: string;
  upper: string;
}

function cellOf(at: number): Cell {
  const value = 50 + 10 * Math.sin(at);
  return {
    area: at % AREAS,
    day: new Date(Date.UTC(2000, 0, 1 + Math.floor(at / AREAS))).toISOString().slice(0, 10),
    value: value.toFixed(2),
    lower: (value - 1.5).toFixed(2),
    upper: (value + 1.5).toFixed(2),
  };
}

/** A file of figures of one metric of `catalogueOf`. */
export function* linesOf(round: number): Generator<string> {
  yield `${HEADER}\r\n`;
  for (let at = 0; at < ROWS; at++) {
    const { area, day, value, lower, upper } = cellOf(at);
    yield `E07${String(area).padStart(6, '0')},Place ${area},Local Authority District,Bench ${round},${day},${value},Percentage,%,${lower},${upper},,\r\n`;
  }
}

/** Rows/s into a table without anything but its columns and its key. */
async function bareCopy(client: pg.Client): Promise<number> {
  await client.query(`
    DROP TABLE IF EXISTS waymark.bench_observations;
    CREATE TABLE waymark.bench_observations (
      metric_id integer, area_id integer, period_start date, period_months smallint, release_id integer,
      value double precision, lower double precision, upper double precision, status text, note text,
      PRIMARY KEY (metric_id, area_id, period_start, period_months, release_id)
    )`);
  const pieces: Buffer[] = [];
  for (let from = 0; from < ROWS; from += 1000) {
    let text = '';
    for (let at = from; at < Math.min(ROWS, from + 1000); at++) {
      const { area, day, value, lower, upper } = cellOf(at);
      text += `1\t${area}\t${day}\t0\t1\t${value}\t${lower}\t${upper}\t\\N\t\\N\n`;
    }
    pieces.push(Buffer.from(text));
  }
  const begun = performance.now();
  await pipeline(Readable.from(pieces), client.query(copyFrom('COPY waymark.bench_observations FROM STDIN')));
  const seconds = (performance.now() - begun) / 1000;
  await client.query('DROP TABLE waymark.bench_observations');
  return ROWS / seconds;
}

/** A catalogue of made-up metrics, as text of its file. */
export function catalogueOf(metrics: number): string {
  const entries = Array.from({ length: metrics }, (_, round) => ({
    slug: `bench-${round}`,
    name: `Bench ${round}`,
    indicators: [`Bench ${round}`],
    unit: '%',
    measure: 'Percentage',
    direction: 'higher-is-better',
    decimals: 1,
    roundingUnit: 0.1,
    basis: 'not-money',
    place: 'not-applicable',
    geography: 'ltla',
    source: { publisher: 'Nobody', title: 'Made up', licence: 'none' },
    exploratory: false,
  }));
  // JSON is YAML
  return JSON.stringify({ metrics: entries });
}
