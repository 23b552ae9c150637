import { type Watch, Watches } from '#platform/watches/watch.js';
import { SubscriptionClearing } from '../subscription-clearing.service.js';

@Watches('clear-subscriptions')
export class ClearSubscriptionsWatch implements Watch {
  constructor(private readonly clearing: SubscriptionClearing) {}

  run(now: Date): Promise<number> {
    return this.clearing.clear(now);
  }
}
