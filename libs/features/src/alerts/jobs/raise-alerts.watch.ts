import { type Watch, Watches } from '#platform/watches/watch.js';
import { AlertWatching } from '../alert-watching.service.js';

/** By its name after the calendar's mark of being overdue, so that what is late is alerted in the same round. */
@Watches('raise-alerts')
export class RaiseAlertsWatch implements Watch {
  constructor(private readonly watching: AlertWatching) {}

  run(now: Date): Promise<number> {
    return this.watching.watchClock(now);
  }
}
