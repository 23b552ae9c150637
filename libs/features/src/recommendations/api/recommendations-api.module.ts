import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { RecommendationsModule } from '../recommendations.module.js';
import { RECOMMENDATIONS, RecommendationsList } from './recommendations-list.js';

@Module({ imports: [RecommendationsModule], controllers: [openList(RECOMMENDATIONS)], providers: [RecommendationsList] })
export class RecommendationsApiModule {}
