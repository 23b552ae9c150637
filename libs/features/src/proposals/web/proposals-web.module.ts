import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ProposalsModule } from '../proposals.module.js';
import { MoveProposalController } from './move-proposal.controller.js';
import { ShowProposalsController } from './show-proposals.controller.js';
import { SubmitProposalController } from './submit-proposal.controller.js';

@Module({
  imports: [ProposalsModule, PageCacheModule],
  // `new` before the reference, which would take it for one
  controllers: [SubmitProposalController, ShowProposalsController, MoveProposalController],
})
export class ProposalsWebModule {}
