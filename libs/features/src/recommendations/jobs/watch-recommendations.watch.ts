import { type Watch, Watches } from '#platform/watches/watch.js';
import { RecommendationClockService } from '../recommendation-clock.service.js';

@Watches('recommendations')
export class WatchRecommendations implements Watch {
  constructor(private readonly clock: RecommendationClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
