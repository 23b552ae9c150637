import { type Settings } from '#platform/config/settings.js';
import { connectRunning, type PostgresAddresses, startEmbeddedPostgres } from './embedded-postgres.js';

/** A database to work with, and how to let go of it. */
export interface DatabaseInUse {
  /** Settings that name the database, for where the environment does not. */
  defaults: { DATABASE_URL?: string; MIGRATION_DATABASE_URL?: string };
  /** True where this process started the server: nobody else migrates it. */
  startedHere: boolean;
  release(): Promise<void>;
}

/** The configured database; else the running server of the data folder; else one that is started for this command. */
export async function databaseOfDataFolder(settings: Settings, log: (message: string) => void): Promise<DatabaseInUse> {
  if (settings.DATABASE_URL) {
    return { defaults: {}, startedHere: false, release: async () => undefined };
  }
  const running = await connectRunning(settings.WAYMARK_DATA_DIR);
  if (running) return { defaults: urls(running), startedHere: false, release: async () => undefined };
  const started = await startEmbeddedPostgres({ dataDir: settings.WAYMARK_DATA_DIR, log });
  return { defaults: urls(started), startedHere: true, release: () => started.stop() };
}

function urls({ appUrl, ownerUrl }: PostgresAddresses): DatabaseInUse['defaults'] {
  return { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl };
}
