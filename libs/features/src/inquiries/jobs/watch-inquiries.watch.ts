import { type Watch, Watches } from '#platform/watches/watch.js';
import { InquiryClockService } from '../inquiry-clock.service.js';

@Watches('inquiries')
export class WatchInquiries implements Watch {
  constructor(private readonly clock: InquiryClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
