import { Watches, type Watch } from '#platform/watches/watch.js';
import { DigestsService } from '../digests.service.js';

@Watches('send-digests')
export class SendDigestsWatch implements Watch {
  constructor(private readonly digests: DigestsService) {}

  async run(now: Date): Promise<number> {
    return this.digests.send(now);
  }
}
