import { Clock } from '#platform/clock/clock.js';

/** A clock that stands where the test puts it. */
export class TestClock extends Clock {
  private instant: Date;

  constructor(start = '2026-11-23T09:00:00Z') {
    super();
    this.instant = new Date(start);
  }

  override present(): Date {
    return new Date(this.instant);
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
