import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A Redis of its own, set as Waymark asks: AOF and noeviction. */
export interface OwnRedis {
  url: string;
  child: ChildProcess;
  stop(): Promise<void>;
}

/** @returns undefined where there is no `redis-server` on the PATH. */
export async function startOwnRedis(): Promise<OwnRedis | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-redis-'));
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  const failed = new Promise<'failed'>((resolve) => child.once('error', () => resolve('failed')));
  const url = `redis://127.0.0.1:${port}`;
  const answers = (async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
      client.on('error', () => undefined);
      const pong = await client.connect().then(() => client.ping(), () => undefined);
      client.disconnect();
      if (pong) return 'ready' as const;
      await sleep(50);
    }
    return 'failed' as const;
  })();
  if ((await Promise.race([failed, answers])) === 'failed') {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  return {
    url,
    child,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
