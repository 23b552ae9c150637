import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { CouncilBudget } from './council-budget.entity.js';
import { CouncilDecisionPart } from './council-decision-part.entity.js';
import { CouncilDecision } from './council-decision.entity.js';
import { CouncilDecisionsQueries } from './council-decisions.queries.js';
import { CouncilDecisionsService } from './council-decisions.service.js';
import { CouncilMember } from './council-member.entity.js';
import { CouncilQuorumRule } from './council-quorum-rule.entity.js';
import { CouncilRegisterChange } from './council-register-change.entity.js';
import { CouncilRegisterQueries } from './council-register.queries.js';
import { CouncilRegisterService } from './council-register.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CouncilBudget, CouncilDecision, CouncilDecisionPart, CouncilMember, CouncilQuorumRule, CouncilRegisterChange]), AccessModule, MissionsModule, NotificationsModule],
  providers: [CouncilDecisionsQueries, CouncilDecisionsService, CouncilRegisterQueries, CouncilRegisterService],
  exports: [CouncilDecisionsQueries, CouncilDecisionsService, CouncilRegisterQueries, CouncilRegisterService],
})
export class CouncilModule {}
