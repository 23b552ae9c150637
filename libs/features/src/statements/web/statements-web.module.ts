import { Module } from '@nestjs/common';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { MethodPageService } from './method-page.service.js';
import { MethodController } from './method.controller.js';
import { StatementsController } from './statements.controller.js';

@Module({
  imports: [PageCacheModule, FrameworksModule, MissionsModule, JudgementsModule],
  controllers: [StatementsController, MethodController],
  providers: [MethodPageService],
})
export class StatementsWebModule {}
