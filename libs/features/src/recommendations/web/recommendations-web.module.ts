import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { RecommendationsModule } from '../recommendations.module.js';
import { AddresseeRecommendationController } from './addressee-recommendation.controller.js';
import { CouncilRecommendationController } from './council-recommendation.controller.js';
import { ShowRecommendationsController } from './show-recommendations.controller.js';

@Module({ imports: [RecommendationsModule, PageCacheModule], controllers: [ShowRecommendationsController, AddresseeRecommendationController, CouncilRecommendationController] })
export class RecommendationsWebModule {}
