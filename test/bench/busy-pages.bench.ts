import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../support/processes.js';
import { catalogueOf, linesOf } from './import.bench.js';
import { publish } from './judge.bench.js';
import { percentile } from './percentile.js';
import { loadExample, program, start, stop } from './programs.js';

const SECONDS = Number(process.env['WAYMARK_BENCH_SECONDS'] ?? 20);
/** Readers come when they come, not when the last page has been sent: one request each so many milliseconds. */
const EVERY_MS = 40;
const YEARS = 5;
/** An import takes two seconds or more. */
const MOST_IMPORTS = Math.ceil(SECONDS / 2);
const FRAMEWORK = '/frameworks/levelling-up-2022';
const PAGES = ['/', `${FRAMEWORK}/missions/education`, `${FRAMEWORK}/missions/health`, '/figures', '/places', '/alerts', '/calendar', '/reports'];

/**
 * Prints `busy-pages`: the 95th percentile of a public page's time while a large file is imported and every mission is judged, each in a
 * process of its own, over again, ÷ the same while nothing else runs. With five years of monthly verdicts and twenty years of figures
 * for 361 authorities.
 */
export async function benchBusyPages(urls: { owner: string; application: string }): Promise<void> {
  const port = await freePort();
  const environment = { DATABASE_URL: urls.application, MIGRATION_DATABASE_URL: urls.owner, LOG_LEVEL: 'error', PORT: String(port) };
  await loadExample(environment);
  await fillYears(urls.owner);
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-bench-'));
  const web = await start(program('web'), [], { ...environment, LOG_LEVEL: 'info' }, 'web is listening');
  try {
    const base = `http://127.0.0.1:${port}`;
    await writeFile(path.join(folder, 'catalogue.yml'), catalogueOf(100));
    await command(environment, ['import', 'metrics', path.join(folder, 'catalogue.yml')]);
    for (const page of PAGES) await timeOf(base + page);
    // made beforehand: this process measures, and would keep itself waiting
    for (let round = 0; round < MOST_IMPORTS; round++) await pipeline(Readable.from(linesOf(round)), createWriteStream(fileOf(folder, round)));
    const idle = await timesWhile(base, () => sleep(SECONDS * 1000));
    const work = { imports: 0, judgings: 0 };
    const busy = await timesWhile(base, () => busily(environment, folder, work));
    console.log(`public pages: idle p50 ${percentile(idle, 0.5).toFixed(1)} ms, p95 ${percentile(idle, 0.95).toFixed(1)} ms of ${idle.length}; beside ${work.imports} imports and ${work.judgings} judgings p50 ${percentile(busy, 0.5).toFixed(1)} ms, p95 ${percentile(busy, 0.95).toFixed(1)} ms of ${busy.length}`);
    console.log(`bench busy-pages ${(percentile(busy, 0.95) / percentile(idle, 0.95)).toFixed(2)}`);
  } finally {
    await stop(web);
    await rm(folder, { recursive: true });
  }
}

/** A file of figures of one metric of the made-up catalogue. */
function fileOf(folder: string, round: number): string {
  return path.join(folder, `${round}.csv`);
}

/** As the owner with triggers off: the rules are not what is measured here. */
async function fillYears(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=waymark' });
  await owner.connect();
  try {
    await publish(owner, 1);
    await owner.query('ALTER TABLE judgements DISABLE TRIGGER USER');
    await owner.query(`
      INSERT INTO judgements OVERRIDING SYSTEM VALUE
      SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'sequence', -row_number() OVER (), 'given_at', j.given_at - month * interval '1 month'))).*
        FROM judgements j, generate_series(1, ${YEARS * 12}) month WHERE j.kind = 'computed'`);
    await owner.query('ALTER TABLE judgements ENABLE TRIGGER USER');
    await owner.query('ANALYZE');
  } finally {
    await owner.end();
  }
}

/** Imports file after file and judges again and again, both at once, until the time is over and each has been done once. */
async function busily(environment: Record<string, string>, folder: string, work: { imports: number; judgings: number }): Promise<void> {
  const until = performance.now() + SECONDS * 1000;
  const imports = async (): Promise<void> => {
    do {
      await command(environment, ['import', 'observations', fileOf(folder, work.imports)]);
      work.imports += 1;
    } while (performance.now() < until && work.imports < MOST_IMPORTS);
  };
  const judgings = async (): Promise<void> => {
    do {
      await command(environment, ['judge']);
      work.judgings += 1;
    } while (performance.now() < until);
  };
  await Promise.all([imports(), judgings()]);
}

/** @returns milliseconds of each request that was begun while the work lasted */
async function timesWhile(base: string, work: () => Promise<void>): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const timer = setInterval(() => asked.push(timeOf(base + (PAGES[asked.length % PAGES.length] ?? '/'))), EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Promise.all(asked);
}

async function timeOf(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - begun;
}

async function command(environment: Record<string, string>, args: string[]): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [program('cli'), ...args], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`waymark ${args.join(' ')} ended with ${String(code)}`);
}
