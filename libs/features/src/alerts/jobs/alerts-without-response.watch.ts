import { type Watch, Watches } from '#platform/watches/watch.js';
import { AlertSilence } from '../alert-silence.service.js';

@Watches('alerts-without-response')
export class AlertsWithoutResponseWatch implements Watch {
  constructor(private readonly silence: AlertSilence) {}

  run(now: Date): Promise<number> {
    return this.silence.publishDue(now);
  }
}
