import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions.module.js';
import { WatchContributionOutcomes } from './watch-contribution-outcomes.watch.js';
import { WatchContributions } from './watch-contributions.watch.js';
import { WatchContributors } from './watch-contributors.watch.js';

@Module({ imports: [ContributionsModule], providers: [WatchContributionOutcomes, WatchContributions, WatchContributors] })
export class ContributionsJobsModule {}
