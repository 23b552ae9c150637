import { Worker } from 'node:worker_threads';

/** What one piece of work may take before it is given up. */
export interface ThreadLimits {
  milliseconds: number;
  /** Of the thread's memory. */
  megabytes: number;
}

/** A file for the thread, and options to run it with where the sources are not compiled. */
export interface ThreadCode {
  file: URL;
  execArgv?: string[];
}

/**
 * Has something done in a thread of its own, which posts its result. Whatever happens to the thread, the process goes on.
 * @returns undefined where it took too long, ran out of memory or ended without a result
 */
export function inBoundedThread<Result>({ file, execArgv }: ThreadCode, workerData: unknown, limits: ThreadLimits): Promise<Result | undefined> {
  const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, ...(execArgv ? { execArgv } : {}) });
  return new Promise<Result | undefined>((resolve) => {
    const giveUp = (): void => resolve(undefined);
    const timer = setTimeout(giveUp, limits.milliseconds);
    worker.once('message', (result: Result) => resolve(result));
    worker.once('error', giveUp);
    worker.once('exit', () => {
      clearTimeout(timer);
      giveUp();
    });
  }).finally(() => worker.terminate());
}
