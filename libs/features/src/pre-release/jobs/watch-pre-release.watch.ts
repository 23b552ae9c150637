import { type Watch, Watches } from '#platform/watches/watch.js';
import { PreReleasePublishingService } from '../pre-release-publishing.service.js';

@Watches('pre-release')
export class WatchPreRelease implements Watch {
  constructor(private readonly publishing: PreReleasePublishingService) {}

  async run(now: Date): Promise<number> {
    return this.publishing.run(now);
  }
}
