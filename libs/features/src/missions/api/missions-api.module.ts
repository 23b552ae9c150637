import { Module } from '@nestjs/common';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '../missions.module.js';
import { MissionsApiController } from './missions-api.controller.js';

@Module({ imports: [MissionsModule, JudgementsModule], controllers: [MissionsApiController] })
export class MissionsApiModule {}
