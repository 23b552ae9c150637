import { DataFolderInUse } from '../../libs/platform/src/embedded-postgres/data-folder-in-use.error.js';
import { startEmbeddedPostgres } from '../../libs/platform/src/embedded-postgres/embedded-postgres.js';

/**
 * A stand-in for `npm start`, as a process that a spec can kill: `hold-data-folder.ts FOLDER [ADDRESS]`.
 * Prints one line of JSON (what it got, or who was there before) and holds the folder until SIGTERM.
 */
const [dataDir = '', url] = process.argv.slice(2);
try {
  const postgres = await startEmbeddedPostgres({ dataDir, ephemeral: true });
  if (url) postgres.announce(url);
  process.once('SIGTERM', () => void postgres.stop());
  console.log(JSON.stringify({ got: postgres.port, takenOver: postgres.takenOver }));
} catch (error) {
  if (!(error instanceof DataFolderInUse)) throw error;
  console.log(JSON.stringify({ inUse: error.url ?? 'still starting' }));
}
