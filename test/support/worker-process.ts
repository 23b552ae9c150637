import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** A worker as in production, in a process of its own, from the build. */
export interface WorkerProcess {
  /** Resolves when it takes jobs. */
  ready: Promise<void>;
  /** As a power cut would: nothing is finished, nothing is said. */
  killHard(): Promise<void>;
  /** As an operator would: finish what is begun. */
  stop(): Promise<void>;
}

export function startWorker(environment: Record<string, string>): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, [path.resolve('dist/apps/worker/src/main.js')], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-20_000);
      if (log.includes('worker is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}:\n${log}`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    async killHard() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
