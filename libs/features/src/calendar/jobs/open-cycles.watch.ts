import { type Watch, Watches } from '#platform/watches/watch.js';
import { CycleOpening } from '../cycle-opening.service.js';

@Watches('open-cycles')
export class OpenCyclesWatch implements Watch {
  constructor(private readonly cycles: CycleOpening) {}

  run(now: Date): Promise<number> {
    return this.cycles.openDue(now);
  }
}
