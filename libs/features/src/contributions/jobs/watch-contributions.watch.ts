import { type Watch, Watches } from '#platform/watches/watch.js';
import { ContributionClockService } from '../contribution-clock.service.js';

@Watches('contributions')
export class WatchContributions implements Watch {
  constructor(private readonly clock: ContributionClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
