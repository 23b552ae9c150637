/**
 * `node script/complete-lock.mjs`: run it after `npm install` changed package-lock.json.
 *
 * Some packages come in one piece a platform, as optional dependencies. A registry mirror that serves only the pieces of its own platform
 * makes npm leave the others out of the lock file, and `npm ci` then refuses the file everywhere. This adds what is missing, with the exact
 * version that the parent names; npm installs a piece only where its `os` and `cpu` fit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './bootstrap.mjs';

const SYSTEMS = ['darwin', 'linux', 'win32', 'windows', 'freebsd', 'android', 'openharmony', 'openbsd', 'netbsd', 'sunos', 'aix'];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

const path = join(PROJECT, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = [];
for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version) || isLocked(parent, name)) continue;
    lock.packages[`node_modules/${name}`] = piece(name, version, entry);
    added.push(`${name}@${version}`);
  }
}
const packages = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
if (added.length > 0) writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(added.length > 0 ? `Added ${added.length}:\n  ${added.join('\n  ')}` : 'The lock file is complete.');

/** npm looks for a package beside its parent, and then in each folder above. */
function isLocked(parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function piece(name, version, parent) {
  const words = name.split(/[/-]/);
  const pick = (known) => known.filter((word) => words.includes(word)).map((word) => (word === 'windows' ? 'win32' : word));
  const [os, cpu] = [pick(SYSTEMS), pick(PROCESSORS)];
  return { version, ...(cpu.length ? { cpu } : {}), ...(parent.dev ? { dev: true } : {}), optional: true, ...(os.length ? { os } : {}) };
}
