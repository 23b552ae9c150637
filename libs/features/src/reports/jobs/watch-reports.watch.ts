import { type Watch, Watches } from '#platform/watches/watch.js';
import { ReportClockService } from '../report-clock.service.js';

@Watches('reports')
export class WatchReports implements Watch {
  constructor(private readonly clock: ReportClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
