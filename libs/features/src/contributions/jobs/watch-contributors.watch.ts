import { type Watch, Watches } from '#platform/watches/watch.js';
import { LateContributors } from '../late-contributors.service.js';

@Watches('contributors')
export class WatchContributors implements Watch {
  constructor(private readonly late: LateContributors) {}

  async run(now: Date): Promise<number> {
    return this.late.run(now);
  }
}
