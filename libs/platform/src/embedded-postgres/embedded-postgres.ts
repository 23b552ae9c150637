import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { clusterExists, ensureCluster } from './cluster-creation.js';
import { clusterPlace, type ClusterPlace } from './cluster-place.js';
import { ensureSecrets, readSecrets, type ClusterSecrets } from './cluster-secrets.js';
import { connect, DataFolderLock, isLockHeld, readRunningNote, removeRunningNote, writeRunningNote } from './data-folder-lock.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.error.js';
import { prepareNativeFolder } from './native-folder.js';
import { findPostmaster, stopPostmaster } from './postmaster.js';
import { APP_ROLE, DATABASE, ensureRolesAndDatabase, isDatabaseThere, OWNER_ROLE } from './roles-and-database.js';
import { launchServer, logTail, socketFolder } from './server-start.js';

/** Addresses of a running embedded PostgreSQL; they contain passwords and are never to be printed. */
export interface PostgresAddresses {
  /** TCP port on 127.0.0.1. */
  port: number;
  /** Owner of database `waymark`, for migrations. */
  ownerUrl: string;
  /** The application's role in database `waymark`. */
  appUrl: string;
  /** Superuser, in database `postgres`. */
  superuserUrl: string;
  /** Folder of the Unix socket; undefined where its path would be too long. */
  socketDir: string | undefined;
  /** PostgreSQL's data directory. */
  clusterDir: string;
}

export interface EmbeddedPostgres extends PostgresAddresses {
  /** True where the server was the orphan of a killed start and was taken over instead of started. */
  takenOver: boolean;
  /** Writes down the address that this start answers at, for the message of a second start on the same folder. */
  announce(url: string): void;
  /** Stops the server (fast shutdown) and gives the folder free. Safe to call twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Waymark's data folder; made where it is missing. */
  dataDir: string;
  /** Gets the few sentences worth telling. */
  log?: (message: string) => void;
  /** For tests: fast, and not safe from power cuts. */
  ephemeral?: boolean;
}

/** Time to get ready: after a hard kill the server first reads back its journal. */
const READY_WITHIN = 120_000;
const LAUNCHES = 4;

/**
 * Starts the embedded PostgreSQL of a data folder, or takes over the orphan that a killed start left there, and makes the caller
 * its one owner. Roles and database are there afterwards; the schema is the business of migrations.
 *
 * @throws DataFolderInUse where another living start owns the folder
 * @throws EmbeddedPostgresFailed where the server cannot be prepared or started
 */
export async function startEmbeddedPostgres({ dataDir, log = () => undefined, ephemeral = false }: StartOptions): Promise<EmbeddedPostgres> {
  const place = clusterPlace(dataDir);
  const native = prepareNativeFolder(place);
  for (let launches = 0, end = Date.now() + READY_WITHIN; ; await sleep(50)) {
    const secrets = ensureSecrets(place.dataDir);
    await ensureCluster(place, secrets, native, { ephemeral, log });
    const server = findPostmaster(place.clusterDir);
    if (server?.ready) {
      const owned = await own(place, secrets, server.port, log);
      if (owned) return { ...owned, takenOver: launches === 0 };
    }
    if (Date.now() > end) throw notStarted(place, 'it was not ready in time');
    if (server) continue;
    if (launches === LAUNCHES) throw notStarted(place, 'it ended at once');
    launches += 1;
    const ended = await launchServer(place, native, ephemeral);
    while (ended() === undefined && !findPostmaster(place.clusterDir)?.ready && Date.now() < end) await sleep(20);
  }
}

/**
 * The addresses of the server of this data folder, where a living start owns one, and that start's own address.
 * Undefined where none runs, and for an orphan: that one wants taking over by `startEmbeddedPostgres`.
 */
export async function connectRunning(dataDir: string): Promise<(PostgresAddresses & { url: string | undefined }) | undefined> {
  const place = clusterPlace(dataDir);
  const secrets = readSecrets(place.dataDir);
  if (!secrets || !clusterExists(place, secrets)) return undefined;
  for (let end = Date.now() + READY_WITHIN; Date.now() < end; await sleep(50)) {
    const server = findPostmaster(place.clusterDir);
    if (!server) return undefined;
    const known = addresses(place, secrets, server.port);
    const client = server.ready ? await connectWhenReady(known.superuserUrl) : undefined;
    if (!client) continue;
    try {
      if (!(await isLockHeld(client))) return undefined;
      // Held, but not finished: the other start is just making the roles.
      if (!(await isDatabaseThere(client))) continue;
      return { ...known, url: readRunningNote(place.dataDir)?.url };
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return undefined;
}

/** Takes the lock and finishes the database; undefined where the server went away meanwhile, so that the caller looks again. */
async function own(
  place: ClusterPlace, secrets: ClusterSecrets, port: number, log: (message: string) => void,
): Promise<Omit<EmbeddedPostgres, 'takenOver'> | undefined> {
  const known = addresses(place, secrets, port);
  const client = await connectWhenReady(known.superuserUrl);
  if (!client) return undefined;
  let lock: DataFolderLock | undefined;
  try {
    lock = await DataFolderLock.take(known.superuserUrl, place.dataDir, log);
    await ensureRolesAndDatabase(client, secrets);
  } catch (error) {
    if (lock && !isGoingAway(error)) await stopPostmaster(place.clusterDir);
    await lock?.release();
    if (!isGoingAway(error)) throw error;
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
  writeRunningNote(place.dataDir, { pid: process.pid });
  const held = lock;
  let stopping: Promise<void> | undefined;
  return {
    ...known,
    announce: (url) => writeRunningNote(place.dataDir, { pid: process.pid, url }),
    stop: () => (stopping ??= stop(place, held)),
  };
}

async function stop(place: ClusterPlace, lock: DataFolderLock): Promise<void> {
  lock.expectEnd();
  await stopPostmaster(place.clusterDir);
  await lock.release();
  removeRunningNote(place.dataDir);
}

/** A superuser's connection; undefined where the server is not ready for one. */
async function connectWhenReady(url: string): Promise<pg.Client | undefined> {
  try {
    return await connect(url);
  } catch (error) {
    if (isGoingAway(error)) return undefined;
    throw error;
  }
}

/** Errors of a server that starts, stops or just stopped. */
function isGoingAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && /^(57P0[0-9]|08...|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code)) ||
    (typeof message === 'string' && /Connection terminated|timeout expired|not queryable/i.test(message))
  );
}

function addresses(place: ClusterPlace, secrets: ClusterSecrets, port: number): PostgresAddresses {
  const url = (role: string, password: string, database: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    ownerUrl: url(OWNER_ROLE, secrets.ownerPassword, DATABASE),
    appUrl: url(APP_ROLE, secrets.appPassword, DATABASE),
    superuserUrl: url('postgres', secrets.superuserPassword, 'postgres'),
    socketDir: socketFolder(place),
    clusterDir: place.clusterDir,
  };
}

function notStarted(place: ClusterPlace, why: string): EmbeddedPostgresFailed {
  return new EmbeddedPostgresFailed(`PostgreSQL did not start: ${why}. Its log ends with:\n${logTail(place)}`);
}
