import { type Watch, Watches } from '#platform/watches/watch.js';
import { ContributionOutcomesService } from '../contribution-outcomes.service.js';

@Watches('contribution-outcomes')
export class WatchContributionOutcomes implements Watch {
  constructor(private readonly outcomes: ContributionOutcomesService) {}

  async run(now: Date): Promise<number> {
    return this.outcomes.run(now);
  }
}
