import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataFolderInUse } from './data-folder-in-use.error.js';
import { isAlive } from './postmaster.js';

/** Any fixed number would do; advisory locks are counted per database, and this one is taken in `postgres`. */
const LOCK_KEY = 20_220_202;
/** How long a lock may stay held by a start that is known to be gone, or is just going, in milliseconds. */
const PATIENCE_WITH_THE_LIVING = 1_500;
const PATIENCE_WITH_THE_DEAD = 15_000;
const REJOIN_PAUSE = 500;

/** Who uses a data folder: `running.json`, for the message that a second start shows. */
export interface RunningNote {
  pid: number;
  /** Address that the start answers at, once it does. */
  url?: string;
}

export function readRunningNote(dataDir: string): RunningNote | undefined {
  try {
    const note = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Partial<RunningNote> | null;
    return typeof note?.pid === 'number' ? { pid: note.pid, ...(typeof note.url === 'string' ? { url: note.url } : {}) } : undefined;
  } catch {
    return undefined;
  }
}

export function writeRunningNote(dataDir: string, note: RunningNote): void {
  const path = join(dataDir, 'running.json');
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(note)}\n`);
  renameSync(draft, path);
}

/** Takes the note away, if it is ours. */
export function removeRunningNote(dataDir: string): void {
  if (readRunningNote(dataDir)?.pid === process.pid) rmSync(join(dataDir, 'running.json'), { force: true });
}

/** Whether some living session holds the lock. @param client a connection of the superuser to database `postgres` */
export async function isLockHeld(client: pg.Client): Promise<boolean> {
  const held = await client.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 0 AND objid = $1 AND granted", [LOCK_KEY]);
  return held.rows.length > 0;
}

/**
 * The advisory lock that makes one start the owner of a data folder. PostgreSQL frees it when the session ends, however it ends,
 * so a start that was killed leaves its server behind but not its lock.
 */
export class DataFolderLock {
  private constructor(
    private client: pg.Client,
    private readonly url: string,
    private readonly log: (message: string) => void,
  ) {
    this.watch();
  }

  private releasing = false;

  /**
   * @param url superuser's address of database `postgres`
   * @throws DataFolderInUse where a living start holds it
   */
  static async take(url: string, dataDir: string, log: (message: string) => void): Promise<DataFolderLock> {
    const client = await connect(url);
    try {
      const begun = Date.now();
      while (!(await tryLock(client))) {
        const note = readRunningNote(dataDir);
        const patience = note && !isAlive(note.pid) ? PATIENCE_WITH_THE_DEAD : PATIENCE_WITH_THE_LIVING;
        if (Date.now() - begun > patience) throw new DataFolderInUse(dataDir, note?.url, note?.pid);
        await sleep(100);
      }
      return new DataFolderLock(client, url, log);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Ends the session. To be called after the server was stopped, so that nobody takes over a server that is going down. */
  async release(): Promise<void> {
    this.releasing = true;
    await this.client.end().catch(() => undefined);
  }

  /** To be called before the server is stopped: its farewell is then no news. */
  expectEnd(): void {
    this.releasing = true;
  }

  private watch(): void {
    let lost = false;
    const lose = (): void => {
      if (lost || this.releasing) return;
      lost = true;
      void this.rejoin();
    };
    this.client.on('error', lose);
    this.client.on('end', lose);
  }

  /** A crash of one server process ends all sessions, and the lock with them: it has to be taken again, or an orphan is seen. */
  private async rejoin(): Promise<void> {
    this.log('The connection that holds the lock of the data folder was lost; taking it again.');
    while (!this.releasing) {
      await sleep(REJOIN_PAUSE, undefined, { ref: false });
      const client = await connect(this.url).catch(() => undefined);
      if (!client) continue;
      if (!this.releasing && (await tryLock(client).catch(() => false))) {
        this.client = client;
        this.watch();
        return;
      }
      await client.end().catch(() => undefined);
    }
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const answer = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK_KEY]);
  return answer.rows[0]?.taken === true;
}

/** A connection that never brings the process down by an unheard error event. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'waymark data folder', connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
