import { type Watch, Watches } from '#platform/watches/watch.js';
import { ReleaseWaiting } from '../release-waiting.service.js';

@Watches('move-due-dates')
export class MoveDueDatesWatch implements Watch {
  constructor(private readonly waiting: ReleaseWaiting) {}

  run(now: Date): Promise<number> {
    return this.waiting.moveDue(now);
  }
}
