import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { findPostmaster } from './postmaster.js';

/** Waits for the word "done", or for the end of the pipe (the process that started it was killed), and then clears up. */
const WATCHDOG = `
read -r word; [ "$word" = done ] && exit 0
kill -INT "$1" 2>/dev/null
n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done
rm -rf -- "$2" "$3"
`;

/**
 * A PostgreSQL for one run of tests or one generated migration: in a temporary folder, gone without a trace after `stop()`,
 * and also when the process is killed.
 */
export async function startEphemeralPostgres(log?: (message: string) => void): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-ephemeral-'));
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, ephemeral: true, ...(log ? { log } : {}) });
    const watchdog = keepWatch(postgres.clusterDir, dataDir);
    const stop = async (): Promise<void> => {
      await postgres.stop();
      watchdog?.stdin?.end('done\n');
      removeFolders(postgres.clusterDir, dataDir);
    };
    return { ...postgres, stop };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

function removeFolders(...folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function keepWatch(clusterDir: string, dataDir: string): ChildProcess | undefined {
  const server = findPostmaster(clusterDir);
  if (!server) return undefined;
  const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, 'sh', String(server.pid), clusterDir, dataDir], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watchdog.on('error', () => undefined);
  watchdog.unref();
  // The pipe must stay open without keeping this process alive.
  (watchdog.stdin as unknown as { unref(): void }).unref();
  return watchdog;
}
