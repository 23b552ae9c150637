import { Module } from '@nestjs/common';
import { RecommendationsModule } from '../recommendations.module.js';
import { RecommendationsApiController } from './recommendations-api.controller.js';

@Module({ imports: [RecommendationsModule], controllers: [RecommendationsApiController] })
export class RecommendationsApiModule {}
