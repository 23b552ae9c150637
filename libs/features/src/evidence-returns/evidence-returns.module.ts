import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { EvidenceReturn } from './evidence-return.entity.js';
import { EvidenceReturnContents } from './evidence-return-contents.js';
import { EvidenceReturnsService } from './evidence-returns.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([EvidenceReturn]), FrameworksModule, JudgementsModule, MissionsModule, SubmissionsModule],
  providers: [EvidenceReturnContents, EvidenceReturnsService],
  exports: [EvidenceReturnsService, SubmissionsModule],
})
export class EvidenceReturnsModule {}
