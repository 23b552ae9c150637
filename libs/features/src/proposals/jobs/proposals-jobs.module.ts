import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals.module.js';
import { WatchProposals } from './watch-proposals.watch.js';

@Module({ imports: [ProposalsModule], providers: [WatchProposals] })
export class ProposalsJobsModule {}
