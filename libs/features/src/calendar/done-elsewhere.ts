/** Thrown inside a unit of work by whoever finds that another worker has done it: the transaction leaves no trace, audit line included. */
export class DoneElsewhere extends Error {
  constructor() {
    super('done elsewhere');
  }
}

/** @returns 1 where the work was done here, 0 where it had been done. */
export async function countUnlessDone(work: Promise<unknown>): Promise<0 | 1> {
  try {
    await work;
    return 1;
  } catch (error) {
    if (error instanceof DoneElsewhere) return 0;
    throw error;
  }
}
