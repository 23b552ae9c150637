import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** How many pieces of work are done, of how many. */
export type Progress = (done: number, of: number) => void;

interface Answer<Result> {
  readonly result?: Result;
  readonly error?: string;
}

/**
 * Has pieces of long work done in threads, one for each processor, each thread taking the next piece when it is free. The thread's
 * file must call `answerEach`. Results come in the order of the work.
 * @throws Error what the first thread to fail says; the others are ended
 */
export async function inThreads<Work, Result>(file: URL, work: readonly Work[], progress?: Progress, threads = availableParallelism()): Promise<Result[]> {
  const results = new Map<number, Result>();
  let next = 0;
  const workers: Worker[] = [];
  const runOne = async (): Promise<void> => {
    const worker = new Worker(file);
    workers.push(worker);
    for (let index = next++; index < work.length; index = next++) {
      results.set(index, await ask<Work, Result>(worker, work[index] as Work));
      progress?.(results.size, work.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(threads, work.length) }, runOne));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return work.map((_, index) => results.get(index) as Result);
}

function ask<Work, Result>(worker: Worker, work: Work): Promise<Result> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void => reject(new Error(`a thread ended with ${code} before its answer`));
    worker.once('message', ({ result, error }: Answer<Result>) => {
      worker.off('error', reject).off('exit', ended);
      if (error === undefined) resolve(result as Result);
      else reject(new Error(error));
    });
    worker.once('error', reject).once('exit', ended);
    worker.postMessage(work);
  });
}
