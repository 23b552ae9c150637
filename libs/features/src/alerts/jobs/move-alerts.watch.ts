import { type Watch, Watches } from '#platform/watches/watch.js';
import { AlertChangesOfHands } from '../alert-changes-of-hands.service.js';

@Watches('move-alerts')
export class MoveAlertsWatch implements Watch {
  constructor(private readonly changes: AlertChangesOfHands) {}

  run(now: Date): Promise<number> {
    return this.changes.moveDue(now);
  }
}
