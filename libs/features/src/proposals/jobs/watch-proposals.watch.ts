import { type Watch, Watches } from '#platform/watches/watch.js';
import { ProposalClockService } from '../proposal-clock.service.js';

@Watches('proposals')
export class WatchProposals implements Watch {
  constructor(private readonly clock: ProposalClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
