import { type Watch, Watches } from '#platform/watches/watch.js';
import { ClosingClockService } from '../closing-clock.service.js';

@Watches('close-frameworks')
export class CloseFrameworksWatch implements Watch {
  constructor(private readonly clock: ClosingClockService) {}

  async run(now: Date): Promise<number> {
    return this.clock.run(now);
  }
}
