import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { clusterPlace } from '#platform/embedded-postgres/cluster-place.js';
import { DataFolderInUse } from '#platform/embedded-postgres/data-folder-in-use.error.js';
import { connectRunning, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.js';
import { startEphemeralPostgres } from '#platform/embedded-postgres/ephemeral-postgres.js';
import { findPostmaster, isAlive, stopPostmaster } from '#platform/embedded-postgres/postmaster.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** One other start of Waymark, in a process that can be killed. */
class OtherStart {
  readonly child: ChildProcess;
  readonly answer: Promise<{ got?: number; takenOver?: boolean; inUse?: string }>;
  readonly ended: Promise<void>;

  constructor(...args: string[]) {
    const child = spawn(process.execPath, ['--import', here('run-typescript.mjs'), here('hold-data-folder.ts'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    this.ended = new Promise((resolve) => void child.once('exit', () => resolve()));
    const lines = createInterface({ input: child.stdout });
    this.answer = new Promise((resolve, reject) => {
      lines.once('line', (line) => resolve(JSON.parse(line) as Awaited<OtherStart['answer']>));
      lines.once('close', () => reject(new Error('The other start said nothing.')));
    });
    this.answer.catch(() => undefined);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

let temporary: string;
let dataDir: string;
let clusterDir: string;
const started: EmbeddedPostgres[] = [];
const others: OtherStart[] = [];

async function start(log?: (message: string) => void): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, ephemeral: true, ...(log ? { log } : {}) });
  started.push(postgres);
  return postgres;
}

function startElsewhere(...args: string[]): OtherStart {
  const other = new OtherStart(dataDir, ...args);
  others.push(other);
  return other;
}

function useNewFolder(name = ''): void {
  temporary = mkdtempSync(join(tmpdir(), 'waymark-spec-'));
  dataDir = join(temporary, name);
  clusterDir = clusterPlace(dataDir).clusterDir;
}

async function stopAll(): Promise<void> {
  for (const postgres of started.splice(0)) await postgres.stop();
  for (const other of others.splice(0)) await other.kill();
  await stopPostmaster(clusterDir);
}

function removeFolder(): void {
  for (const name of readdirSync(dirname(clusterDir))) {
    if (name.startsWith(basename(clusterDir))) rmSync(join(dirname(clusterDir), name), { recursive: true, force: true });
  }
  rmSync(temporary, { recursive: true, force: true });
}

describe('embedded PostgreSQL on one folder, start after start', () => {
  beforeAll(() => useNewFolder());
  afterEach(stopAll);
  afterAll(removeFolder);

  it('starts on an empty folder, stops, and keeps data, passwords and port until next time', async () => {
    const first = await start();
    expect(first.takenOver).toBe(false);
    await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 'yes' AS answer");
    expect(await query(first.superuserUrl, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(await query(first.appUrl, 'SHOW server_encoding')).toEqual(['UTF8']);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    await first.stop();
    await expect(query(first.ownerUrl, 'SELECT 1')).rejects.toThrow();
    expect(await connectRunning(dataDir)).toBeUndefined();

    const second = await start();
    expect(second).toMatchObject({ takenOver: false, port: first.port, ownerUrl: first.ownerUrl });
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual(['yes']);
  });

  it('gives the application a role that changes no schema', async () => {
    const postgres = await start();
    await expect(query(postgres.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    await expect(query(postgres.appUrl, 'CREATE SCHEMA mine')).rejects.toThrow('permission denied');
    await expect(query(postgres.appUrl, 'CREATE TEMPORARY TABLE mine (id int)')).resolves.toEqual([]);
  });

  it('refuses a folder that a living start holds, says where that one answers, and leaves it alone', async () => {
    const first = await start();
    first.announce('http://localhost:3000');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'data-folder-in-use', url: 'http://localhost:3000', pid: process.pid });
    expect(await query(first.appUrl, 'SELECT 1')).toEqual([1]);
    expect(await connectRunning(dataDir)).toMatchObject({ appUrl: first.appUrl, url: 'http://localhost:3000' });
  });

  it('takes over the server of a start that was killed', async () => {
    const killed = startElsewhere('http://localhost:3000');
    const { got } = await killed.answer;
    await killed.kill();
    expect(await connectRunning(dataDir)).toBeUndefined();

    const next = await start();
    expect(next).toMatchObject({ takenOver: true, port: got });
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(DataFolderInUse);
    await next.stop();
    expect(findPostmaster(clusterDir)).toBeUndefined();
  });

  it('starts where the process id of a killed server went to another program', async () => {
    const first = await start();
    const text = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8');
    await first.stop();
    writeFileSync(join(clusterDir, 'postmaster.pid'), text.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(second.takenOver).toBe(false);
    expect(await query(second.appUrl, 'SELECT 1')).toEqual([1]);
  });

  it('takes its lock again when a crash inside the server ended all sessions', async () => {
    const postgres = await start();
    const heldBy = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted";
    const [backend] = await query(postgres.superuserUrl, heldBy);
    process.kill(Number(backend), 'SIGKILL');
    let again: unknown[] = [];
    for (let tries = 0; tries < 100 && again.length === 0; tries += 1) {
      await sleep(50);
      again = await query(postgres.superuserUrl, heldBy).catch(() => []);
    }
    expect(again).toHaveLength(1);
    expect(again).not.toEqual([backend]);
  });

  it('sets a cluster aside whose passwords are gone, and says where', async () => {
    rmSync(join(dataDir, 'postgres.json'));
    const said: string[] = [];
    const postgres = await start((message) => said.push(message));
    const aside = /set aside as (\S+);/.exec(said.join(' '))?.[1] ?? '';
    expect(existsSync(join(aside, 'PG_VERSION'))).toBe(true);
    expect(await query(postgres.appUrl, 'SELECT 1')).toEqual([1]);
  });
});

describe('embedded PostgreSQL on an empty folder', () => {
  beforeEach(() => useNewFolder());
  afterEach(stopAll);
  afterEach(removeFolder);

  it('lets exactly one of two starts at the same instant have it', async () => {
    const answers = await Promise.all([startElsewhere().answer, startElsewhere().answer]);
    expect(answers.filter((answer) => answer.got !== undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer.inUse !== undefined)).toHaveLength(1);
  });

  const workshop = (): string => readdirSync(dirname(clusterDir)).find((name) => name.startsWith(`${basename(clusterDir)}.new-`)) ?? 'none';
  it.each([
    ['the cluster is half made', () => existsSync(join(dirname(clusterDir), workshop(), 'cluster', 'base'))],
    ['the server is just starting', () => existsSync(join(clusterDir, 'postmaster.pid'))],
    ['the server takes connections, but has no roles yet', () => findPostmaster(clusterDir)?.ready === true],
  ])('starts after a start that was killed when %s', async (_, reached) => {
    const killed = startElsewhere();
    while (!reached()) await sleep(2);
    await killed.kill();
    const next = await start();
    expect(await query(next.appUrl, 'SELECT 1')).toEqual([1]);
  });

  it('does without a socket where the path is too long for one, and with odd characters in the path', async () => {
    removeFolder();
    useNewFolder(`it's "odd" ${'x'.repeat(100)}`);
    const postgres = await start();
    // Run by root the cluster lies elsewhere, on a short path.
    expect(postgres.socketDir).toBe(process.getuid?.() === 0 ? clusterDir : undefined);
    expect(await query(postgres.appUrl, 'SELECT 1')).toEqual([1]);
  });

  it('leaves nothing of an ephemeral one', async () => {
    const postgres = await startEphemeralPostgres();
    const server = findPostmaster(postgres.clusterDir);
    expect(await query(postgres.superuserUrl, 'SHOW fsync')).toEqual(['off']);
    await postgres.stop();
    expect(existsSync(postgres.clusterDir)).toBe(false);
    // its lock and folder are gone when it is told; the process itself is, once the system has buried it
    for (const end = Date.now() + 10_000; isAlive(server?.pid ?? 0) && Date.now() < end; ) await sleep(20);
    expect(isAlive(server?.pid ?? 0)).toBe(false);
  });
});
