import { Module } from '@nestjs/common';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ContributionsModule } from '../contributions.module.js';
import { AnswerContributionController } from './answer-contribution.controller.js';
import { AskContributionController } from './ask-contribution.controller.js';
import { ContributionEvidenceController } from './contribution-evidence.controller.js';
import { ListContributionsController } from './list-contributions.controller.js';
import { MoveContributionController } from './move-contribution.controller.js';
import { ReturnContributionsController } from './return-contributions.controller.js';
import { ShowBodyController } from './show-body.controller.js';
import { WithdrawContributionController } from './withdraw-contribution.controller.js';

@Module({
  imports: [CalendarModule, ContributionsModule, PageCacheModule],
  controllers: [
    ListContributionsController, AnswerContributionController, ContributionEvidenceController, MoveContributionController, ReturnContributionsController, AskContributionController, ShowBodyController,
    WithdrawContributionController,
  ],
})
export class ContributionsWebModule {}
