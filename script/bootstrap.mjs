/**
 * What every command does first, the same for people and CI: look at Node, install what is missing, build what changed.
 * Runs before node_modules exists, so it may import nothing but Node itself.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withBootstrapLock } from './bootstrap-lock.mjs';
import { isBuildCurrent } from './source-stamp.mjs';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** An end that was foreseen: shown as one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs a command's main function; a foreseen end prints its sentence and leaves with 1. */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}

/**
 * @param {{ say?: (message: string) => void }} options where to tell about work that takes a while;
 *   commands whose output others read pass `console.error`
 */
export async function bootstrap({ say = console.log } = {}) {
  checkNode();
  useDataFolder();
  if (isInstalled() && isBuildCurrent(PROJECT)) return;
  // Looked at again inside: while we waited, the other start may have done it all.
  await withBootstrapLock(join(PROJECT, 'dist'), () => say('Another start is installing or building here; waiting for it …'), async (rememberChild) => {
    if (!isInstalled()) await install(say, rememberChild);
    if (!isBuildCurrent(PROJECT)) await build(say, rememberChild);
  });
}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Refusal(`Waymark needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version} (${process.execPath}). See https://nodejs.org/en/download`);
}

/** The data folder as an absolute path, told to everything that runs after us. */
function useDataFolder() {
  process.env.WAYMARK_DATA_DIR = resolve(process.env.WAYMARK_DATA_DIR || join(PROJECT, '.data'));
}

function lockFileHash() {
  const lock = readFileSync(join(PROJECT, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

const INSTALL_STAMP = join(PROJECT, 'node_modules', '.waymark-install');

function isInstalled() {
  if (!existsSync(join(PROJECT, 'node_modules'))) return false;
  const hash = lockFileHash();
  if (existsSync(INSTALL_STAMP)) return readFileSync(INSTALL_STAMP, 'utf8').trim() === hash;
  if (!isInstalledByHand()) return false;
  writeStamp(INSTALL_STAMP, `${hash}\n`);
  return true;
}

/** Somebody ran `npm ci` or `npm install` themselves: npm's own note in node_modules then agrees with the lock file. */
function isInstalledByHand() {
  try {
    const wanted = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(PROJECT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    const same = ([path, entry]) => present[path]?.version === entry.version && present[path]?.integrity === entry.integrity;
    return Object.entries(wanted).every(([path, entry]) => path === '' || same([path, entry]) || (entry.optional && !present[path]));
  } catch {
    return false;
  }
}

async function install(say, rememberChild) {
  say('Installing dependencies (npm ci) …');
  const begun = Date.now();
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!(await runNpm(['ci', ...flags], rememberChild))) {
    // A passing fault of the network; or a lock file without the pieces of other platforms, which `npm ci` refuses (see complete-lock.mjs).
    say('That failed; trying once more, less strictly (npm install) …');
    await sleep(2_000);
    if (!(await runNpm(['install', '--no-save', ...flags], rememberChild))) {
      throw new Refusal('Installing the dependencies failed; npm says why above. Is the network there?');
    }
  }
  writeStamp(INSTALL_STAMP, `${lockFileHash()}\n`);
  say(`Installed in ${seconds(begun)}.`);
}

function runNpm(args, rememberChild) {
  const env = { ...process.env, ...npmCache(), npm_config_update_notifier: 'false' };
  // npm names its own program to the scripts it runs; without it (node script/start.mjs) the one on the PATH has to do.
  const own = process.env.npm_execpath;
  const [program, first] = own && /npm-cli\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return runProgram(program, [...first, ...args], { cwd: PROJECT, env }, rememberChild);
}

/** npm keeps its cache below HOME. Where there is no HOME to write to, it goes to the data folder. */
function npmCache() {
  const told = process.env.npm_config_cache;
  const usual = told || (process.env.HOME ? join(process.env.HOME, '.npm') : undefined);
  if (usual && isWritable(usual)) return {};
  mkdirSync(process.env.WAYMARK_DATA_DIR, { recursive: true, mode: 0o700 });
  return { npm_config_cache: join(process.env.WAYMARK_DATA_DIR, 'npm-cache') };
}

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function build(say, rememberChild) {
  say('Building …');
  const begun = Date.now();
  // In a process of its own, so that the compiler's memory is gone when Waymark runs.
  if (!(await runProgram(process.execPath, [join(PROJECT, 'script', 'build.mjs'), '--quiet'], { cwd: PROJECT }, rememberChild))) {
    throw new Refusal('The build failed; the compiler says why above.');
  }
  say(`Built in ${seconds(begun)}.`);
}

/** Runs a program with its output on our standard error (a command's own output stays clean). True where it ended with 0. */
function runProgram(program, args, options, rememberChild) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', process.stderr, process.stderr] });
    child.on('error', (error) => {
      console.error(error.message);
      done(false);
    });
    child.on('exit', (code) => done(code === 0));
    if (child.pid) rememberChild(child.pid);
  });
}

/** Whole or not at all: a stamp that was half written would be believed. */
export function writeStamp(path, text) {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
