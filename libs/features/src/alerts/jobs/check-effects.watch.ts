import { type Watch, Watches } from '#platform/watches/watch.js';
import { EffectChecks } from '../effect-checks.service.js';

@Watches('check-effects')
export class CheckEffectsWatch implements Watch {
  constructor(private readonly checks: EffectChecks) {}

  run(now: Date): Promise<number> {
    return this.checks.checkDue(now);
  }
}
