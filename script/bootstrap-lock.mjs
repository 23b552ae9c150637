/** One start at a time installs and builds in a clone. A lock file, because nothing but Node is there yet. */
import { mkdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its lock this often; one that was not touched for long belongs to nobody (its process id may be someone else's by now). */
const HEARTBEAT = 1_000;
const SILENT_TOO_LONG = 15_000;

/**
 * Runs `work` while no other process of this clone does.
 * @param {string} folder of the lock; made where missing
 * @param {() => void} onWait called once, when somebody else is at it
 * @param {(rememberChild: (pid: number) => void) => Promise<void>} work may name a child process to be ended if this process is killed
 */
export async function withBootstrapLock(folder, onWait, work) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, '.bootstrap.lock');
  const mine = { pid: process.pid, token: `${process.pid}-${Math.random()}` };
  for (let waited = false; !(await take(path, mine)); ) {
    if (await clearStale(path)) continue;
    if (!waited) onWait();
    waited = true;
    await sleep(200);
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT);
  try {
    await work((child) => writeFileSync(path, JSON.stringify({ ...mine, child })));
  } finally {
    clearInterval(heartbeat);
    rmSync(path, { force: true });
  }
}

async function take(path, mine) {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
  // Somebody who saw a stale lock may just be taking ours away by mistake; then it is not there any more.
  await sleep(30);
  return read(path)?.token === mine.token;
}

/** Takes a lock away whose holder is gone; false where it is in good hands. */
async function clearStale(path) {
  const lock = read(path);
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age < SILENT_TOO_LONG && (!lock || isAlive(lock.pid))) return false;
  await endOrphan(lock?.child, dirname(dirname(path)));
  if (read(path)?.token !== lock?.token) return true;
  try {
    renameSync(path, `${path}.stale`);
    rmSync(`${path}.stale`, { force: true });
  } catch {
    // Somebody else took it away.
  }
  return true;
}

/** The npm of a start that was killed goes on working in node_modules, where ours is about to work. */
async function endOrphan(pid, project) {
  for (let tries = 0; pid && isNpmOf(project, pid) && tries < 100; tries += 1) {
    try {
      process.kill(pid, tries < 50 ? 'SIGTERM' : 'SIGKILL');
    } catch {
      return;
    }
    await sleep(100);
  }
}

/** Never another program that was given the same number since. */
function isNpmOf(project, pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('npm') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(project);
  } catch {
    // It ended by itself, or there is no /proc here and nothing can be known; installing is tried twice.
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken away while we were asleep; the work itself can be done twice.
  }
}
