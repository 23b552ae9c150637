import { spawn } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asServer, writeForServer, type ClusterPlace } from './cluster-place.js';
import { type ClusterSecrets } from './cluster-secrets.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.error.js';
import { isAlive, stopPostmaster } from './postmaster.js';

/** Written last: a cluster without it was never finished. */
const MARKER = 'waymark-cluster.json';
/** A workshop whose process id was given to somebody else is recognised by its age. */
const STALE_AFTER = 10 * 60 * 1000;

/** Whether the cluster of these secrets is there and complete. */
export function clusterExists(place: ClusterPlace, secrets: ClusterSecrets): boolean {
  const marker = join(place.clusterDir, MARKER);
  return existsSync(marker) && (JSON.parse(readFileSync(marker, 'utf8')) as { id?: unknown }).id === secrets.clusterId;
}

/**
 * Makes the cluster where there is none.
 *
 * It is made in a workshop of its own and put in place by one rename, so that a start killed half-way leaves no half-made cluster,
 * and of two starts at the same instant the slower finds the place taken and uses what is there.
 */
export async function ensureCluster(
  place: ClusterPlace, secrets: ClusterSecrets, native: string, options: { ephemeral: boolean; log: (message: string) => void },
): Promise<void> {
  sweepWorkshops(place);
  if (clusterExists(place, secrets)) return;
  if (existsSync(place.clusterDir) && readdirSync(place.clusterDir).length > 0) await setAside(place, options.log);

  const workshop = mkdtempSync(`${place.clusterDir}.new-${process.pid}-`);
  try {
    const cluster = join(workshop, 'cluster');
    mkdirSync(cluster, { mode: 0o700 });
    for (const folder of place.user ? [workshop, cluster] : []) chownSync(folder, place.user?.uid ?? 0, place.user?.gid ?? 0);
    await initialise(place, secrets, native, workshop, options.ephemeral);
    appendFileSync(join(cluster, 'postgresql.conf'), "\ninclude_if_exists 'waymark.conf'\n");
    writeForServer(place, join(cluster, MARKER), `${JSON.stringify({ id: secrets.clusterId, dataDir: place.dataDir })}\n`);
    renameSync(cluster, place.clusterDir);
  } catch (error) {
    if (!clusterExists(place, secrets)) throw error;
    return;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  if (place.user && !options.ephemeral) {
    options.log(`Waymark runs as root, so PostgreSQL runs as "${place.user.name}" and keeps its data in ${place.clusterDir}`);
  }
}

/** The cluster belongs to other passwords than ours (its data folder was removed or replaced): kept, but out of the way. */
async function setAside(place: ClusterPlace, log: (message: string) => void): Promise<void> {
  await stopPostmaster(place.clusterDir);
  const aside = `${place.clusterDir}-set-aside-${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 17)}`;
  renameSync(place.clusterDir, aside);
  log(`A database without its passwords was found and set aside as ${aside}; remove it if you do not need it. Beginning with an empty one.`);
}

async function initialise(place: ClusterPlace, secrets: ClusterSecrets, native: string, workshop: string, ephemeral: boolean): Promise<void> {
  const password = join(workshop, 'password');
  writeForServer(place, password, `${secrets.superuserPassword}\n`);
  const common = [
    `--pgdata=${join(workshop, 'cluster')}`, '--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256',
    '--encoding=UTF8', '--no-instructions', ...(ephemeral ? ['--no-sync'] : []),
  ];
  try {
    const first = await runInitdb(place, native, [...common, '--locale=C.UTF-8']);
    if (first === undefined) return;
    // macOS and some older systems know no such locale; PostgreSQL brings the same order of its own.
    const second = /locale/.test(first)
      ? await runInitdb(place, native, [...common, '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'])
      : first;
    if (second !== undefined) throw new EmbeddedPostgresFailed(`PostgreSQL could not make its data folder: ${second.trim()}`);
  } finally {
    rmSync(password, { force: true });
  }
}

/** Returns undefined on success, else what initdb said. */
async function runInitdb(place: ClusterPlace, native: string, args: string[]): Promise<string | undefined> {
  const child = spawn(join(native, 'bin', 'initdb'), args, { ...asServer(place), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : said || `initdb ended with ${code ?? 'a signal'}`));
  });
}

/** Removes what killed starts left of their workshops. */
function sweepWorkshops(place: ClusterPlace): void {
  const folder = dirname(place.clusterDir);
  const prefix = `${basename(place.clusterDir)}.new-`;
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix))) {
    const path = join(folder, name);
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (isAlive(pid) && age < STALE_AFTER) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // An initdb that outlived its start may still write there; the next sweep gets it.
    }
  }
}
