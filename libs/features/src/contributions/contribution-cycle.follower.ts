import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessPaths } from '#features/access/access.paths.js';
import { peopleWithRoles } from '#features/access/people-to-tell.js';
import { type CycleFollower, CycleFollowers, type OpenedCycle } from '#features/calendar/cycle-followers.js';
import { Notices } from '#features/notifications/notices.service.js';
import { NOBODY_TO_ASK } from '#features/notifications/texts/contributions.texts.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { ContributionAskingService } from './contribution-asking.service.js';
import { ContributionsQueries } from './contributions.queries.js';

/** Asks those whom a mission names as soon as its return is opened, and tells the administrators who has nobody to answer. */
@Injectable()
export class ContributionCycleFollower implements CycleFollower, OnModuleInit {
  constructor(
    private readonly followers: CycleFollowers,
    private readonly asking: ContributionAskingService,
    private readonly queries: ContributionsQueries,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async opened(tx: Transaction, { submissions }: OpenedCycle): Promise<void> {
    const contributions = await this.asking.askStanding(tx, submissions);
    if (contributions > 0) tx.describe({ contributions });
    const bodies = new Set<string>();
    for (const submission of submissions) for (const name of await this.queries.namedWithoutAccount(submission, tx.manager)) bodies.add(name);
    const [first] = submissions;
    if (!first || bodies.size === 0) return;
    const place = { about: `framework:${first.frameworkId}`, path: accessPaths.people };
    await this.notices.tell(tx, NOBODY_TO_ASK, { people: await peopleWithRoles(tx, ['administrator']) }, { bodies: [...bodies].sort() }, place);
  }
}
