import { Module } from '@nestjs/common';
import { AttachmentsModule } from '#features/attachments/attachments.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { ReviewsModule } from '#features/reviews/reviews.module.js';
import { DraftMoves } from './draft-moves.service.js';
import { DraftsQueries } from './drafts.queries.js';

/** Returns and plans for departments' own systems. */
@Module({
  imports: [AttachmentsModule, CalendarModule, DeliveryPlansModule, EvidenceReturnsModule, ReviewsModule],
  providers: [DraftMoves, DraftsQueries],
  exports: [AttachmentsModule, DeliveryPlansModule, DraftMoves, DraftsQueries, EvidenceReturnsModule, ReviewsModule],
})
export class DraftsModule {}
