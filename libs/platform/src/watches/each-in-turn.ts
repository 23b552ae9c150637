/** An item of a round that could not be done. */
export interface FailedItem {
  /** What it is, as the audit log names its subject: `submission:4711`. */
  item: string;
  error: unknown;
}

/** Thrown when a round has done what it could: what failed is due again at the next one. */
export class ItemsFailed extends Error {
  constructor(
    readonly done: number,
    readonly failed: readonly FailedItem[],
  ) {
    super(`failed for ${failed.map(({ item }) => item).join(', ')}`);
  }
}

/**
 * The loops of one watch's round: an item that fails is set aside, and those after it are done all the same. The round logs each with
 * the watch's name and reports the failure. One such object a round, however many loops it has.
 */
export class EachInTurn {
  private done = 0;
  private readonly failed: FailedItem[] = [];

  /**
   * @param nameOf what the log calls an item
   * @param work resolves to how many things it did, 0 where another process was first
   */
  async run<Item>(items: Iterable<Item>, nameOf: (item: Item) => string, work: (item: Item) => Promise<number>): Promise<void> {
    for (const item of items) {
      try {
        // Awaited first: the work may itself run loops of this round, and `+=` would write over what they counted.
        const count = await work(item);
        this.done += count;
      } catch (error) {
        this.failed.push({ item: nameOf(item), error });
      }
    }
  }

  /** @returns how many things were done. @throws ItemsFailed with all that failed. */
  finish(): number {
    if (this.failed.length > 0) throw new ItemsFailed(this.done, this.failed);
    return this.done;
  }
}
