import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { asServer, writeForServer, type ClusterPlace } from './cluster-place.js';
import { clearForeignLock } from './postmaster.js';

/** The kernel's limit for the path of a Unix socket, without the closing zero. */
const SOCKET_PATH_LIMIT = 107;
const LOG_LIMIT = 5_000_000;
const SETTINGS = 'waymark.conf';

/** Folder of the Unix socket, or undefined where its path is too long for the kernel (or too odd) and TCP alone has to do. */
export function socketFolder(place: ClusterPlace): string | undefined {
  const fits = Buffer.byteLength(join(place.clusterDir, '.s.PGSQL.65535')) <= SOCKET_PATH_LIMIT;
  // The setting is a list with its own quoting; a path that would need it does without a socket.
  return fits && !/[,"\\]/.test(place.clusterDir) ? place.clusterDir : undefined;
}

/** Path of the server's own log, in Waymark's data folder also where the cluster lies elsewhere. */
export function serverLog(place: ClusterPlace): string {
  return join(place.dataDir, 'postgres.log');
}

/** The last lines of the server's log, for an error message. */
export function logTail(place: ClusterPlace, lines = 12): string {
  const path = serverLog(place);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/**
 * Writes the settings and launches the server on a free port of 127.0.0.1 (the one of last time, where it is still free).
 * Resolves as soon as the process runs; whether it gets ready is for the caller to watch.
 *
 * @returns a question: why the process ended, or undefined while it lives
 */
export async function launchServer(place: ClusterPlace, native: string, ephemeral: boolean): Promise<() => string | undefined> {
  clearForeignLock(place.clusterDir);
  writeForServer(place, join(place.clusterDir, SETTINGS), settings(place, await choosePort(place), ephemeral));

  const path = serverLog(place);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  const log = openSync(path, 'a', 0o600);
  let ended: string | undefined;
  try {
    // Detached: in a session of its own, where the terminal's Ctrl-C does not reach it before Waymark has finished its work.
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', place.clusterDir], { ...asServer(place), detached: true, stdio: ['ignore', log, log] });
    child.on('exit', (code, signal) => void (ended ??= `it ended with ${signal ?? code}`));
    child.on('error', (error) => void (ended ??= error.message));
    child.unref();
  } finally {
    closeSync(log);
  }
  return () => ended;
}

function settings(place: ClusterPlace, port: number, ephemeral: boolean): string {
  const lines = [
    '# Written by Waymark at every start. Put settings of your own into postgresql.conf, after the line that includes this file.',
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    `unix_socket_directories = '${(socketFolder(place) ?? '').replaceAll("'", "''")}'`,
    'unix_socket_permissions = 0700',
    'max_connections = 100',
    "shared_buffers = '128MB'",
    "password_encryption = 'scram-sha-256'",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
  ];
  // A database for one test run may lose everything in a power cut: no waiting for the disk.
  const switchable = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `${name} = ${ephemeral ? 'off' : 'on'}`);
  return [...lines, ...switchable, ''].join('\n');
}

async function choosePort(place: ClusterPlace): Promise<number> {
  const path = join(place.clusterDir, SETTINGS);
  const last = existsSync(path) ? Number(/^port = (\d+)$/m.exec(readFileSync(path, 'utf8'))?.[1]) : NaN;
  return (Number.isInteger(last) ? await freePort(last) : undefined) ?? (await freePort(0)) ?? 5432;
}

/** The port, where it is free (0: any free port), else undefined. */
function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
