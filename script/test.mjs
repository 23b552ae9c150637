/**
 * `npm test [-- Jest's arguments]`: one throw-away PostgreSQL for all suites, then Jest.
 * Needs nothing from outside; suites that do are told to skip by `WAYMARK_TEST_SKIP_…`, whose value is the reason.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, PROJECT, run } from './bootstrap.mjs';

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What some suites want beside Node: where to find it, and what its absence is called. */
const WANTED = [
  { name: 'REDIS', found: onPath('redis-server'), why: 'there is no redis-server on the PATH' },
  { name: 'CHROMIUM', found: process.env.WAYMARK_TEST_CHROMIUM || onPath(...CHROMIUMS), why: `there is no browser on the PATH (${CHROMIUMS.join(', ')})` },
  { name: 'SHARED_DATA', found: folder(process.env.WAYMARK_TEST_SHARED_DATA || resolve(PROJECT, '..', 'shared', 'data')), why: 'there is no folder ../shared/data' },
];

await run(async () => {
  await bootstrap();
  // The terminal sends Ctrl-C to Jest as well: it ends first, and then the database is put away.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

  const { startEphemeralPostgres } = await import(pathToFileURL(join(PROJECT, 'dist/libs/platform/src/embedded-postgres/ephemeral-postgres.js')).href);
  const postgres = await startEphemeralPostgres();
  const report = join(PROJECT, 'dist', `.test-counts-${process.pid}.json`);
  let code = 1;
  let counts;
  try {
    code = await jest({ TEST_DATABASE_SUPERUSER_URL: postgres.superuserUrl, WAYMARK_TEST_COUNTS: report, ...wantedEnvironment() });
    counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  } finally {
    await postgres.stop();
    rmSync(report, { force: true });
  }
  if (counts) tell(counts);
  process.exit(code);
});

function wantedEnvironment() {
  return Object.fromEntries(WANTED.map(({ name, found, why }) => (found ? [`WAYMARK_TEST_${name}`, found] : [`WAYMARK_TEST_SKIP_${name}`, why])));
}

/** @returns {Promise<number>} Jest's exit code; 130 where a signal ended it */
function jest(environment) {
  const reporters = ['--reporters=default', `--reporters=${join(PROJECT, 'script', 'count-reporter.mjs')}`];
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(PROJECT, 'node_modules', 'jest', 'bin', 'jest.js')];
  const child = spawn(process.execPath, [...args, '--maxWorkers=2', ...process.argv.slice(2), ...reporters], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    stdio: 'inherit',
  });
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 130));
  });
}

function tell({ passed, failed, skipped }) {
  const missing = WANTED.filter(({ found }) => !found);
  if (missing.length > 0 || skipped.length > 0) console.log('\nSkipped:');
  for (const { name, why } of missing) console.log(`  what needs ${name.toLowerCase().replaceAll('_', ' ')}: ${why}`);
  for (const suite of skipped) console.log(`  ${suite.path}: ${suite.tests} of ${suite.of} tests`);
  console.log(`\n${passed} passed, ${failed} failed`);
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((path) => join(path, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function folder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : undefined;
}
