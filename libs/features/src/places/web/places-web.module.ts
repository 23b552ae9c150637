import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ConsultationsModule } from '#features/consultations/consultations.module.js';
import { DirectorsModule } from '#features/directors/directors.module.js';
import { FundingModule } from '#features/funding/funding.module.js';
import { ProposalsModule } from '#features/proposals/proposals.module.js';
import { PlacesModule } from '../places.module.js';
import { BriefingPageService } from './briefing-page.service.js';
import { ListPlacesController } from './list-places.controller.js';
import { PlaceFiguresController } from './place-figures.controller.js';
import { PlacePageService } from './place-page.service.js';
import { PublishReplyController } from './publish-reply.controller.js';
import { ReplyToFiguresController } from './reply-to-figures.controller.js';
import { ShowBriefingController } from './show-briefing.controller.js';
import { ShowPlaceController } from './show-place.controller.js';

@Module({
  imports: [PageCacheModule, ConsultationsModule, DirectorsModule, FundingModule, PlacesModule, ProposalsModule],
  controllers: [ListPlacesController, ShowPlaceController, PlaceFiguresController, ReplyToFiguresController, PublishReplyController, ShowBriefingController],
  providers: [BriefingPageService, PlacePageService],
})
export class PlacesWebModule {}
