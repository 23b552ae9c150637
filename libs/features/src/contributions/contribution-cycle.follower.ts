import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CycleFollower, CycleFollowers, type OpenedCycle } from '#features/calendar/cycle-followers.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { ContributionAskingService } from './contribution-asking.service.js';

/** Asks those whom a mission names as soon as its return is opened. */
@Injectable()
export class ContributionCycleFollower implements CycleFollower, OnModuleInit {
  constructor(
    private readonly followers: CycleFollowers,
    private readonly asking: ContributionAskingService,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async opened(tx: Transaction, { submissions }: OpenedCycle): Promise<void> {
    const contributions = await this.asking.askStanding(tx, submissions);
    if (contributions > 0) tx.describe({ contributions });
  }
}
