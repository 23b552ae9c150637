import { migrate } from '#platform/database/migrate.js';
import { startEphemeralPostgres } from '#platform/embedded-postgres/ephemeral-postgres.js';
import { startOwnRedis } from '../support/processes.js';
import { benchBusyPages } from './busy-pages.bench.js';
import { benchForecast } from './forecast.bench.js';
import { benchImport } from './import.bench.js';
import { benchJudge } from './judge.bench.js';
import { benchPublicPage } from './public-page.bench.js';
import { benchQueue } from './queue.bench.js';
import { benchReturns } from './returns.bench.js';

interface Addresses {
  owner: string;
  application: string;
}

const BENCHES: Record<string, (urls: Addresses) => Promise<void>> = {
  forecast: () => benchForecast(),
  import: (urls) => benchImport(urls),
  judge: (urls) => benchJudge(urls),
  'public-page': (urls) => benchPublicPage(urls),
  'busy-pages': (urls) => benchBusyPages(urls),
  returns: (urls) => benchReturns(urls),
  'queue-pg': (urls) => benchQueue(urls),
  'queue-redis': async (urls) => {
    const redis = await startOwnRedis();
    if (!redis) {
      console.log('bench queue-redis was skipped: there is no redis-server on the PATH');
      return;
    }
    try {
      await benchQueue({ ...urls, redis: redis.url });
    } finally {
      await redis.stop();
    }
  },
};

/** Runs all benchmarks, or the named ones, each on a fresh embedded PostgreSQL. */
export async function runBenches(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const postgres = await startEphemeralPostgres();
    try {
      const urls = { owner: postgres.ownerUrl, application: postgres.appUrl };
      await migrate(urls);
      await bench(urls);
    } finally {
      await postgres.stop();
    }
  }
}
