import { parentPort } from 'node:worker_threads';

/** In the file of a thread (`inThreads`): answers each piece of work that is posted, or says why it cannot. */
export function answerEach<Work, Result>(answer: (work: Work) => Result | Promise<Result>): void {
  const port = parentPort;
  port?.on('message', (work: Work) => {
    Promise.resolve()
      .then(() => answer(work))
      .then(
        (result) => port.postMessage({ result }),
        (error: unknown) => port.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
}
