import { type Watch, Watches } from '#platform/watches/watch.js';
import { MissionHandover } from '../mission-handover.service.js';

@Watches('follow-leads')
export class FollowLeadsWatch implements Watch {
  constructor(private readonly handover: MissionHandover) {}

  run(now: Date): Promise<number> {
    return this.handover.moveDue(now);
  }
}
