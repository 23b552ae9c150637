import { type Watch, Watches } from '#platform/watches/watch.js';
import { AmbitionMakingService } from '../ambition-making.service.js';

/** Ambition follows judgements: whatever was judged anew has its own within a minute. */
@Watches('compute-ambition')
export class ComputeAmbitionWatch implements Watch {
  constructor(private readonly making: AmbitionMakingService) {}

  run(now: Date): Promise<number> {
    return this.making.makeDue(now);
  }
}
