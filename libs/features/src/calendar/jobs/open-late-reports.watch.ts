import { type Watch, Watches } from '#platform/watches/watch.js';
import { LateOpening } from '../late-opening.service.js';

/** By its name after the returns that move with their mission, and after the cycles themselves. */
@Watches('open-late-reports')
export class OpenLateReportsWatch implements Watch {
  constructor(private readonly late: LateOpening) {}

  run(now: Date): Promise<number> {
    return this.late.openDue(now);
  }
}
