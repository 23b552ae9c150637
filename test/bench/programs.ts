import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** The file of a program of the build. */
export function program(app: string): string {
  return fileURLToPath(new URL(`../../apps/${app}/src/main.js`, import.meta.url));
}

/** Starts a program of the build and waits until it says that it is ready. */
export async function start(file: string, args: string[], environment: Record<string, string>, ready: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-10_000);
      if (said.includes(ready)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${said}`)));
  });
  return child;
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Fills an empty database with the example, by the program that a newcomer starts, and waits until its jobs are done. */
export async function loadExample(environment: Record<string, string>): Promise<void> {
  const loader = await start(program('standalone'), [], environment, 'Waymark is ready');
  await allJobsDone(environment['DATABASE_URL'] ?? '');
  await stop(loader);
}

async function allJobsDone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=waymark' });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ undone: string }>('SELECT count(*) AS undone FROM outbox_messages WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= now()');
      if (rows[0]?.undone === '0') return;
      await sleep(100);
    }
  } finally {
    await client.end();
  }
}
