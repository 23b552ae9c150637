import { type Watch, Watches } from '#platform/watches/watch.js';
import { OverdueMarking } from '../overdue-marking.service.js';

@Watches('overdue-reports')
export class OverdueReportsWatch implements Watch {
  constructor(private readonly marking: OverdueMarking) {}

  run(now: Date): Promise<number> {
    return this.marking.markDue(now);
  }
}
