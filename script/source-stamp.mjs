/** Tells whether `dist` was built from the sources as they are now: by time and size at a glance, by content in doubt. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('dist', '.waymark-build');
const FOLDERS = ['apps', 'libs', 'test/bench', 'test/support'];
const FILES = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'script/build.mjs'];

/** True where nothing that goes into the build changed since. */
export function isBuildCurrent(project) {
  const built = readStamp(project);
  if (!built) return false;
  const files = sources(project);
  const glance = glanceOf(files);
  if (glance === built.glance) return true;
  const content = contentOf(project, files);
  if (content !== built.content) return false;
  // Touched, or checked out again, but the same: remember that, so that the next look is quick.
  writeStamp(project, { glance, content });
  return true;
}

/** Looks at the sources now; the function that it returns, called after the build, writes down that these were built. */
export function markBuilt(project) {
  const files = sources(project);
  const stamp = { glance: glanceOf(files), content: contentOf(project, files) };
  return () => writeStamp(project, stamp);
}

function sources(project) {
  const found = [];
  const add = (path) => {
    const stat = statSync(join(project, path), { throwIfNoEntry: false });
    if (stat) found.push({ path, stat });
  };
  const walk = (folder) => {
    for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!entry.name.endsWith('.spec.ts')) add(path);
    }
  };
  FOLDERS.filter((folder) => existsSync(join(project, folder))).forEach(walk);
  FILES.forEach(add);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function glanceOf(files) {
  const hash = createHash('sha256');
  for (const { path, stat } of files) hash.update(`${path}\0${stat.mtimeMs}\0${stat.size}\n`);
  return hash.digest('hex');
}

function contentOf(project, files) {
  const hash = createHash('sha256');
  for (const { path } of files) hash.update(`${path}\0`).update(readFileSync(join(project, path))).update('\0');
  return hash.digest('hex');
}

function readStamp(project) {
  try {
    return JSON.parse(readFileSync(join(project, STAMP), 'utf8'));
  } catch {
    return undefined;
  }
}

function writeStamp(project, stamp) {
  const path = join(project, STAMP);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, JSON.stringify(stamp));
    renameSync(draft, path);
  } catch (error) {
    // A read-only clone that is built already is fine; only the next look is slower.
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}
