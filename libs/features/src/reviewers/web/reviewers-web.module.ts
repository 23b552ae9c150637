import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ReviewersModule } from '../reviewers.module.js';
import { AbsencesController } from './absences.controller.js';
import { InterestRegisterController } from './interest-register.controller.js';
import { InterestsController } from './interests.controller.js';
import { ReasonTemplatesController } from './reason-templates.controller.js';
import { SpreadController } from './spread.controller.js';
import { WorkloadController } from './workload.controller.js';

@Module({
  imports: [PageCacheModule, ReviewersModule],
  controllers: [AbsencesController, InterestRegisterController, InterestsController, ReasonTemplatesController, SpreadController, WorkloadController],
})
export class ReviewersWebModule {}
