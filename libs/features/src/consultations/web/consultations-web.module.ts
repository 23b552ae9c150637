import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ConsultationsModule } from '../consultations.module.js';
import { EndConsultationController } from './end-consultation.controller.js';
import { OpenConsultationController } from './open-consultation.controller.js';
import { ReplyToConsultationController } from './reply-to-consultation.controller.js';
import { ShowConsultationsController } from './show-consultations.controller.js';

@Module({
  imports: [ConsultationsModule, PageCacheModule],
  // `new` before the reference, which would take it for one
  controllers: [OpenConsultationController, ShowConsultationsController, ReplyToConsultationController, EndConsultationController],
})
export class ConsultationsWebModule {}
