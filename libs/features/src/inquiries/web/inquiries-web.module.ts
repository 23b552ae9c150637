import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { InquiriesModule } from '../inquiries.module.js';
import { AnswerQuestionController } from './answer-question.controller.js';
import { AskEvidenceController } from './ask-evidence.controller.js';
import { InquiryDraftsController } from './inquiry-drafts.controller.js';
import { InquiryWorkController } from './inquiry-work.controller.js';
import { MoveInquiryController } from './move-inquiry.controller.js';
import { OpenInquiryController } from './open-inquiry.controller.js';
import { ShowInquiriesController } from './show-inquiries.controller.js';

@Module({
  imports: [InquiriesModule, PageCacheModule],
  // `new` and `asked` before the reference, which would take them for one
  controllers: [OpenInquiryController, AnswerQuestionController, ShowInquiriesController, InquiryWorkController, InquiryDraftsController, AskEvidenceController, MoveInquiryController],
})
export class InquiriesWebModule {}
