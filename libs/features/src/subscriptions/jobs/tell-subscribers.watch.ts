import { type Watch, Watches } from '#platform/watches/watch.js';
import { SubscriberMail } from '../subscriber-mail.service.js';

@Watches('tell-subscribers')
export class TellSubscribersWatch implements Watch {
  constructor(private readonly mail: SubscriberMail) {}

  run(now: Date): Promise<number> {
    return this.mail.tell(now);
  }
}
