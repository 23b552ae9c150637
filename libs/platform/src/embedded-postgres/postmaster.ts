import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.error.js';

/** What PostgreSQL's own lock file `postmaster.pid` says about a server that is alive. */
export interface Postmaster {
  pid: number;
  /** TCP port on 127.0.0.1. */
  port: number;
  /** True once the server takes connections; false while it starts, recovers or stops. */
  ready: boolean;
}

/** Fast shutdown, then immediate (which the next start recovers from), in milliseconds each. */
const FAST_STOP = 10_000;
const IMMEDIATE_STOP = 5_000;

/** The living server of a cluster, or undefined where there is none (also where the lock file is a leftover). */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const lines = readLines(join(clusterDir, 'postmaster.pid'));
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !serves(pid, clusterDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
}

/**
 * Removes a leftover lock file whose process id now belongs to some other program. PostgreSQL clears leftovers of dead processes
 * itself, but believes any living process of the same user to be a server.
 */
export function clearForeignLock(clusterDir: string): void {
  const path = join(clusterDir, 'postmaster.pid');
  const lines = readLines(path);
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 0) || !isAlive(pid) || serves(pid, clusterDir)) return;
  // Read again: another start may have put a true lock there since.
  if (readLines(path)?.join('\n') !== lines.join('\n')) return;
  rmSync(path, { force: true });
  for (const name of readdirSync(clusterDir)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(clusterDir, name), { force: true });
  }
}

/** Stops the server of a cluster: fast shutdown (open transactions are rolled back, data is written). Does nothing where none runs. */
export async function stopPostmaster(clusterDir: string): Promise<void> {
  const server = findPostmaster(clusterDir);
  if (!server) return;
  if (await signalAndWait(server.pid, 'SIGINT', clusterDir, FAST_STOP)) return;
  if (await signalAndWait(server.pid, 'SIGQUIT', clusterDir, IMMEDIATE_STOP)) return;
  throw new EmbeddedPostgresFailed(`PostgreSQL (process ${server.pid}) did not stop.`);
}

async function signalAndWait(pid: number, signal: NodeJS.Signals, clusterDir: string, milliseconds: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    return true;
  }
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(20)) {
    if (findPostmaster(clusterDir)?.pid !== pid) return true;
  }
  return false;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether this process is the server of this very folder, and not another program that was given the same number later. */
function serves(pid: number, clusterDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return looksLikeServer(commandLine(pid), clusterDir);
  try {
    // A server works inside its data directory; by device and inode the answer holds even after the folder was moved.
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(clusterDir)];
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Root without the right to look into others' processes (containers) can still read their command line.
    return (code === 'EACCES' || code === 'EPERM') && looksLikeServer(commandLine(pid), clusterDir);
  }
}

function commandLine(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim().split(' ');
  } catch {
    return [];
  }
}

function looksLikeServer(words: string[], clusterDir: string): boolean {
  return basename(words[0] ?? '') === 'postgres' && words.join(' ').includes(clusterDir);
}

function readLines(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}
