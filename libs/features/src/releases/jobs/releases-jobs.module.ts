import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases.module.js';
import { CheckPlausibilityHandler } from './check-plausibility.handler.js';
import { PublishReleaseHandler } from './publish-release.handler.js';

@Module({ imports: [ReleasesModule], providers: [PublishReleaseHandler, CheckPlausibilityHandler] })
export class ReleasesJobsModule {}
