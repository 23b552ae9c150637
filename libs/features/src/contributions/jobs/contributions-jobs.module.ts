import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions.module.js';
import { WatchContributions } from './watch-contributions.watch.js';

@Module({ imports: [ContributionsModule], providers: [WatchContributions] })
export class ContributionsJobsModule {}
