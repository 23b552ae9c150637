import { type Watch, Watches } from '#platform/watches/watch.js';
import { LostParts } from '../lost-parts.service.js';
import { MissionHandover } from '../mission-handover.service.js';

@Watches('follow-leads')
export class FollowLeadsWatch implements Watch {
  constructor(
    private readonly handover: MissionHandover,
    private readonly lost: LostParts,
  ) {}

  async run(now: Date): Promise<number> {
    return (await this.handover.moveDue(now)) + (await this.lost.endDue(now));
  }
}
