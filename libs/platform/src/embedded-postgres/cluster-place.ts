import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverUser, type ServerUser } from './server-user.js';

/** Where the parts of one embedded PostgreSQL lie. All paths are absolute. */
export interface ClusterPlace {
  /** Waymark's data folder: passwords, mail and the like; owned by whoever runs Waymark. */
  dataDir: string;
  /** Folder that PostgreSQL's user can enter, and that holds the cluster. */
  baseDir: string;
  /** PostgreSQL's own data directory (PGDATA). */
  clusterDir: string;
  /** The account to run PostgreSQL as; undefined: the same as Waymark. */
  user: ServerUser | undefined;
}

const ROOT_BASE = '/var/lib/waymark';

/** The folder of the clone: the nearest one above this file with a package.json. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return realpathSync(folder);
}

/**
 * Works out where the cluster of a data folder lies, and makes the folders above it.
 *
 * Run by an ordinary user, everything stays inside the data folder. Run by root, PostgreSQL runs as somebody else who may not be able
 * to enter the clone (`/root` is closed to others), so the cluster goes below /var/lib/waymark, under a name made from both paths.
 */
export function clusterPlace(dataDir: string, user: ServerUser | undefined = serverUser()): ClusterPlace {
  mkdirSync(resolve(dataDir), { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  if (!user) return { dataDir: folder, baseDir: folder, clusterDir: join(folder, 'postgres'), user };
  const baseDir = join(ROOT_BASE, shortHash(projectFolder()));
  for (const enterable of [ROOT_BASE, baseDir]) {
    mkdirSync(enterable, { recursive: true });
    // Said again because the umask of a careful root would close the folder to PostgreSQL's user.
    chmodSync(enterable, 0o755);
  }
  const clusterDir = join(baseDir, `cluster-${shortHash(folder)}`);
  return { dataDir: folder, baseDir, clusterDir, user: ownerOf(clusterDir) ?? user };
}

/** A cluster stays with the account that made it, also when a better one (`postgres`) came to the machine since. */
function ownerOf(clusterDir: string): ServerUser | undefined {
  const stat = statSync(clusterDir, { throwIfNoEntry: false });
  return stat && stat.uid > 0 ? { name: `user ${stat.uid}`, uid: stat.uid, gid: stat.gid } : undefined;
}

/** Writes a file for PostgreSQL's eyes only, whole or not at all. */
export function writeForServer(place: ClusterPlace, path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { mode: 0o600 });
  if (place.user) chownSync(draft, place.user.uid, place.user.gid);
  renameSync(draft, path);
}

/** Spawn options that make a child run as PostgreSQL's user, in a folder which that user can enter, with nothing of our environment. */
export function asServer(place: ClusterPlace): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return {
    cwd: place.baseDir,
    // A PATH of our own and nothing else: a stray PGDATA, PGPORT or LC_ALL of the user must not reach the server. Messages stay in English for the log.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_MESSAGES: 'C' },
    ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
  };
}

function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
