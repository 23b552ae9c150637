import { fileURLToPath } from 'node:url';
import { ExampleModule } from '#features/example/example.module.js';
import { readSettings, type Settings } from '#platform/config/settings.js';
import { migrate } from '#platform/database/migrate.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.js';
import { createLogger } from '#platform/logging/logger.js';
import { endWithMessage } from '#platform/process/end-with-message.js';
import { RootModule } from '#platform/process/root-module.js';
import { createHttpApplication, listen, requireFreePort } from '#platform/process/start-http.js';
import { WebModule } from '../../web/src/web.module.js';
import { WorkerModule } from '../../worker/src/worker.module.js';

/** Everything in one process, with a PostgreSQL of its own where none is configured. */
const defaults = { LOG_LEVEL: 'warn', WAYMARK_DEMO: '1' };
const given = await endWithMessage(() => readSettings(defaults));
const say = (message: string): void => void process.stdout.write(`${message}\n`);
const embedded = given.DATABASE_URL ? undefined : await endWithMessage(() => startEmbeddedPostgres({ dataDir: given.WAYMARK_DATA_DIR, log: say }));
const settings = embedded ? readSettings({ ...defaults, DATABASE_URL: embedded.appUrl, MIGRATION_DATABASE_URL: embedded.ownerUrl }) : given;

/** How a running start ends: finish what is begun, then the database. */
let close = async (): Promise<void> => undefined;
const end = async (code: number): Promise<never> => {
  await close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  await embedded?.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));

try {
  close = await start(settings, embedded);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}

async function start(settings: Settings, postgres: EmbeddedPostgres | undefined): Promise<() => Promise<void>> {
  await requireFreePort(settings);
  await migrate({ owner: settings.migrationDatabaseUrl, application: settings.databaseUrl });
  const logger = createLogger(settings.LOG_LEVEL);
  const example = ExampleModule.loadedFrom(fileURLToPath(new URL('../../../../example', import.meta.url)));
  const root = RootModule.of({ settings, logger, runsJobs: true }, [WebModule, WorkerModule, example]);
  const featureViews = fileURLToPath(new URL('../../../libs/features/src', import.meta.url));
  const app = await createHttpApplication(root, settings, logger, { featureViews });
  try {
    await listen(app, settings);
  } catch (error) {
    await app.close();
    throw error;
  }
  postgres?.announce(settings.baseUrl);
  say(`Waymark is ready at ${settings.baseUrl}`);
  return () => app.close();
}
