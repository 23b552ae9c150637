import { type Watch, Watches } from '#platform/watches/watch.js';
import { ConsultationClockService } from '../consultation-clock.service.js';

@Watches('consultations')
export class WatchConsultations implements Watch {
  constructor(private readonly clock: ConsultationClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
