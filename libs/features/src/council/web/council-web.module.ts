import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { CouncilModule } from '../council.module.js';
import { CouncilPageController } from './council-page.controller.js';
import { DecisionWorkController } from './decision-work.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { KeepBudgetController } from './keep-budget.controller.js';
import { KeepMembersController } from './keep-members.controller.js';
import { MoveDecisionController } from './move-decision.controller.js';

/** `/council/decisions/new` and `/work` come before the address of any one decision. */
@Module({
  imports: [CouncilModule, PageCacheModule],
  controllers: [CouncilPageController, KeepBudgetController, KeepMembersController, DecisionWorkController, MoveDecisionController, DecisionsController],
})
export class CouncilWebModule {}
