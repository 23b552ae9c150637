import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases.module.js';
import { ReleasesApiController } from './releases-api.controller.js';

@Module({ imports: [ReleasesModule], controllers: [ReleasesApiController] })
export class ReleasesApiModule {}
