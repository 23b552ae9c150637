import { Module } from '@nestjs/common';
import { RecommendationsModule } from '../recommendations.module.js';
import { WatchRecommendations } from './watch-recommendations.watch.js';

@Module({ imports: [RecommendationsModule], providers: [WatchRecommendations] })
export class RecommendationsJobsModule {}
