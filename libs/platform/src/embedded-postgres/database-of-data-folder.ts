import { type Settings } from '#platform/config/settings.js';
import { connectRunning, type PostgresAddresses, startEmbeddedPostgres } from './embedded-postgres.js';

/** A database to work with, and how to let go of it. */
export interface DatabaseInUse {
  ownerUrl: string;
  applicationUrl: string;
  /** True where this process started the server: nobody else migrates it. */
  startedHere: boolean;
  release(): Promise<void>;
}

/** The configured database; else the running server of the data folder; else one that is started for this command. */
export async function databaseOfDataFolder(settings: Settings, log: (message: string) => void): Promise<DatabaseInUse> {
  if (settings.DATABASE_URL) {
    return { ownerUrl: settings.migrationDatabaseUrl, applicationUrl: settings.DATABASE_URL, startedHere: false, release: async () => undefined };
  }
  const running = await connectRunning(settings.WAYMARK_DATA_DIR);
  if (running) return { ...urls(running), startedHere: false, release: async () => undefined };
  const started = await startEmbeddedPostgres({ dataDir: settings.WAYMARK_DATA_DIR, log });
  return { ...urls(started), startedHere: true, release: () => started.stop() };
}

function urls(addresses: PostgresAddresses): { ownerUrl: string; applicationUrl: string } {
  return { ownerUrl: addresses.ownerUrl, applicationUrl: addresses.appUrl };
}
