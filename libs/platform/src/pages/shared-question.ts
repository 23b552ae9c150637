/**
 * Asks a cheap question for many callers at once. Callers who come while an answer is on its way wait for the next one
 * together, so everybody gets an answer that was asked for after they came, and the database one question at a time.
 */
export class SharedQuestion<Answer> {
  private underWay: Promise<Answer> | undefined;
  private next: Promise<Answer> | undefined;

  constructor(private readonly question: () => Promise<Answer>) {}

  ask(): Promise<Answer> {
    if (!this.underWay) return this.put();
    const again = (): Promise<Answer> => this.put();
    return (this.next ??= this.underWay.then(again, again));
  }

  private put(): Promise<Answer> {
    this.next = undefined;
    const asked = this.question();
    const done = (): void => {
      if (this.underWay === asked) this.underWay = undefined;
    };
    this.underWay = asked;
    asked.then(done, done);
    return asked;
  }
}
