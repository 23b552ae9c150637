import { type Watch, Watches } from '#platform/watches/watch.js';
import { Reminding } from '../reminding.service.js';

@Watches('remind-of-reports')
export class RemindOfReportsWatch implements Watch {
  constructor(private readonly reminding: Reminding) {}

  run(now: Date): Promise<number> {
    return this.reminding.remindDue(now);
  }
}
