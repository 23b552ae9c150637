import { setImmediate as endOfTurn } from 'node:timers/promises';

/**
 * Asks a cheap question for many callers at once. Callers of one turn of the event loop share a question, and those who come
 * while an answer is on its way share the next one: everybody gets an answer that was asked for after they came, and the
 * database is asked one question at a time.
 */
export class SharedQuestion<Answer> {
  private underWay: Promise<unknown> = Promise.resolve();
  /** Not yet put: whoever comes may join. */
  private next: Promise<Answer> | undefined;

  constructor(private readonly question: () => Promise<Answer>) {}

  ask(): Promise<Answer> {
    return (this.next ??= this.put());
  }

  private async put(): Promise<Answer> {
    await this.underWay.catch(() => undefined);
    await endOfTurn();
    this.next = undefined;
    const asked = this.question();
    this.underWay = asked;
    return asked;
  }
}
