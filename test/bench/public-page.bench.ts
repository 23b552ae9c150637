import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { freePort } from '../support/processes.js';
import { loadExample, program, start, stop } from './programs.js';

const ROUNDS = Number(process.env['WAYMARK_BENCH_ROUNDS'] ?? 5);
const SECONDS = 3;
const CONNECTIONS = 10;
const MISSION = '/frameworks/levelling-up-2022/missions/education';

/** Fills the database with the example, starts a web process as in production, and measures its page of a mission. */
export async function benchPublicPage(urls: { owner: string; application: string }): Promise<void> {
  const [port, bare] = [await freePort(), await freePort()];
  const environment = { DATABASE_URL: urls.application, MIGRATION_DATABASE_URL: urls.owner, LOG_LEVEL: 'info', PORT: String(port) };
  await loadExample(environment);
  const web = await start(program('web'), [], environment, 'web is listening');
  try {
    await measurePublicPage({ baseUrl: `http://127.0.0.1:${port}`, barePort: bare, missionPath: MISSION, log: (line) => console.log(line) });
  } finally {
    await stop(web);
  }
}

/**
 * Prints `bench public-page <ratio>`: requests a second of our page ÷ those of a bare Nest handler that sends the same bytes,
 * each in a process of its own. The two take turns, so that a noisy machine slows both; the median of the rounds counts.
 */
export async function measurePublicPage(options: { baseUrl: string; barePort: number; missionPath: string; log: (line: string) => void }): Promise<number> {
  const ours = `${options.baseUrl}${options.missionPath}`;
  const theirs = `http://127.0.0.1:${options.barePort}/`;
  const bare = await start(fileURLToPath(new URL('./bare-page.server.js', import.meta.url)), [ours, String(options.barePort)], {}, 'listening');
  try {
    const [page, copy] = await Promise.all([ours, theirs].map(async (url) => (await fetch(url)).text()));
    if (page !== copy) throw new Error('The bare handler does not send the same bytes');
    for (const url of [ours, theirs]) await rateOf(url, 2);
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = round % 2 === 0;
      const [a, b] = [await rateOf(first ? ours : theirs, SECONDS), await rateOf(first ? theirs : ours, SECONDS)];
      rounds.push(first ? { ours: a, bare: b } : { ours: b, bare: a });
    }
    const ratio = median(rounds.map((round) => round.ours / round.bare));
    options.log(`public page of ${Buffer.byteLength(page ?? '')} bytes: ${median(rounds.map((round) => round.ours)).toFixed(0)} requests/s, bare Nest handler ${median(rounds.map((round) => round.bare)).toFixed(0)} requests/s`);
    options.log(`bench public-page ${ratio.toFixed(2)}`);
    return ratio;
  } finally {
    await stop(bare);
  }
}

async function rateOf(url: string, seconds: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: seconds });
  if (non2xx + errors > 0) throw new Error(`${url} answered ${non2xx} times with another status and failed ${errors} times`);
  return requests.average;
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
