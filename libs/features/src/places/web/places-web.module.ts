import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { PlacesModule } from '../places.module.js';
import { ListPlacesController } from './list-places.controller.js';
import { PlaceFiguresController } from './place-figures.controller.js';
import { PlacePageService } from './place-page.service.js';
import { PublishReplyController } from './publish-reply.controller.js';
import { ReplyToFiguresController } from './reply-to-figures.controller.js';
import { ShowPlaceController } from './show-place.controller.js';

@Module({
  imports: [PageCacheModule, PlacesModule],
  controllers: [ListPlacesController, ShowPlaceController, PlaceFiguresController, ReplyToFiguresController, PublishReplyController],
  providers: [PlacePageService],
})
export class PlacesWebModule {}
